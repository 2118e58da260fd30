package fairnotice.demo;

import fairnotice.access.Staff;
import fairnotice.refusal.Language;
import fairnotice.web.DemoPeople;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Introduces the staff of a demonstration to its visitors. */
@InDemo
@Component
class InventedStaff implements DemoPeople {

    private final MessageSource messages;

    InventedStaff(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public List<Person> all() {
        return DemoStaff.ALL.stream().map(this::person).toList();
    }

    private Person person(Staff member) {
        String role = messages.getMessage("demo.person." + member.username(), null, Language.reader());
        return new Person(member.username(), member.name(), role, DemoStaff.PASSWORD);
    }
}
