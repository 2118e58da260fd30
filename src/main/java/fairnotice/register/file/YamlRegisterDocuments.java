package fairnotice.register.file;

import fairnotice.calendar.HolidayCalendars;
import fairnotice.refusal.Refused;
import fairnotice.register.RegisterDocuments;
import fairnotice.register.RegisterFile;
import org.springframework.stereotype.Component;

/** Register files as people hand them in and take them away. */
@Component
class YamlRegisterDocuments implements RegisterDocuments {

    private final RegisterFields fields;

    YamlRegisterDocuments(HolidayCalendars calendars) {
        this.fields = new RegisterFields(calendars);
    }

    @Override
    public RegisterFile read(String name, byte[] content) {
        try {
            return fields.read(new Fields(name, "", YamlTree.read(name, content)));
        } catch (BadRegisterFile bad) {
            throw Refused.invalid("file", bad.sentence());
        }
    }

    @Override
    public String write(RegisterFile file) {
        return RegisterDocument.of(file);
    }
}
