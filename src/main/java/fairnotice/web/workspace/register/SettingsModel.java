package fairnotice.web.workspace.register;

import fairnotice.register.Category;
import fairnotice.register.ListStyle;
import fairnotice.register.Register;
import fairnotice.web.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the form of a register's settings offers, and what differs between two. */
@Component
class SettingsModel {

    /** @param before null where nothing stood, like {@code after} */
    record Row(String label, String before, String after) {}

    private final Phrases phrases;

    SettingsModel(Phrases phrases) {
        this.phrases = phrases;
    }

    void choices(Model model) {
        model.addAttribute("styles", phrases.choices("workspace.register.style.", List.of(ListStyle.values())));
    }

    List<Row> differences(Register before, Register after) {
        List<Row> rows = new ArrayList<>();
        add(rows, "workspace.register.name", before.name(), after.name());
        add(rows, "workspace.register.list-title", before.title(), after.title());
        add(rows, "workspace.register.introduction", introduction(before), introduction(after));
        add(rows, "workspace.register.style", style(before), style(after));
        add(rows, "workspace.register.categories", categories(before), categories(after));
        add(rows, "workspace.register.sender", before.sender(), after.sender());
        add(rows, "workspace.register.replyTo", before.replyTo(), after.replyTo());
        add(rows, "workspace.register.archive-address", before.archive(), after.archive());
        add(rows, "workspace.register.accent", before.accent(), after.accent());
        return rows;
    }

    private void add(List<Row> rows, String label, String before, String after) {
        if (before == null ? after != null : !before.equals(after)) {
            rows.add(new Row(phrases.said(label), before, after));
        }
    }

    private static String introduction(Register register) {
        return String.join("\n\n", register.introduction());
    }

    private String style(Register register) {
        return phrases.said("workspace.register.style." + register.style());
    }

    private static String categories(Register register) {
        return register.categories().stream().map(SettingsModel::category).collect(Collectors.joining("\n"));
    }

    private static String category(Category category) {
        return category.title() + ": " + category.plainLanguage();
    }
}
