package fairnotice.web.workspace;

import fairnotice.access.Role;
import fairnotice.refusal.Language;
import fairnotice.web.StaffMenu;
import fairnotice.web.StaffScope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Where the staff can go; a customer's page shows it to nobody. */
@Component
class StaffNavigation implements StaffMenu {

    private static final List<String> FOR_ALL =
            List.of("inbox", "overdue", "changes", "objections", "terminations", "registers", "customers", "mailings");

    private final MessageSource messages;

    StaffNavigation(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public List<Item> items(HttpServletRequest request) {
        boolean atCustomers = request.getServletPath().startsWith("/n/");
        if (request.getUserPrincipal() == null || atCustomers) {
            return List.of();
        }
        boolean audits = request.isUserInRole("ADMIN") || request.isUserInRole("AUDITOR");
        boolean auditsAll = StaffScope.isForAll(request, Role.ADMIN, Role.AUDITOR);
        return Stream.of(
                        FOR_ALL.stream(),
                        auditsAll ? Stream.of("staff", "settings") : Stream.<String>empty(),
                        audits ? Stream.of("incidents", "ledger") : Stream.<String>empty(),
                        Stream.of("account"))
                .flatMap(Function.identity())
                .map(place -> item(place, request))
                .toList();
    }

    private Item item(String place, HttpServletRequest request) {
        String path = "/" + place;
        boolean here = request.getServletPath().equals(path)
                || request.getServletPath().startsWith(path + "/");
        return new Item(path, messages.getMessage("workspace.menu." + place, null, Language.reader()), here);
    }
}
