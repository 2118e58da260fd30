package fairnotice.register;

import fairnotice.refusal.EmailAddress;
import fairnotice.refusal.TextRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes a register of what was typed, without a promise; every problem is told beside its field. */
final class SettingsReader {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern PREFIX = Pattern.compile("[A-Z0-9]{1,20}");
    private static final Pattern ACCENT = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Pattern NOT_OF_AN_ID = Pattern.compile("[^a-z0-9]+");
    private static final int MOST_PARAGRAPHS = 20;
    private static final int MOST_CATEGORIES = 30;
    private static final int LONGEST_ID = 40;

    /** Name of the page beside the registers. */
    private static final String TAKEN = "new";

    private final TypedSettings typed;
    private final TextRules rules = new TextRules();

    private SettingsReader(TypedSettings typed) {
        this.typed = typed;
    }

    /** @throws fairnotice.refusal.Refused with every problem */
    static Register read(TypedSettings typed) {
        return new SettingsReader(typed).register();
    }

    /** Style and categories, without those that have no title; of the rest nothing is checked. */
    static Register layout(TypedSettings typed) {
        SettingsReader reader = new SettingsReader(typed);
        ListStyle style = reader.style();
        return new Register(
                typed.id(),
                typed.name(),
                typed.prefix(),
                typed.title(),
                Typed.paragraphs(typed.introduction()),
                style == null ? ListStyle.CARDS : style,
                reader.categories().stream()
                        .filter(category -> category.title() != null)
                        .toList(),
                typed.sender(),
                typed.replyTo(),
                typed.archive(),
                typed.accent(),
                null);
    }

    private Register register() {
        rules.line("name", "refused.name.publisher", Typed.text(typed.name()));
        String id = like("id", typed.id(), ID, "refused.register.id");
        rules.refuseIf(TAKEN.equals(id), "id", "refused.register.id");
        String prefix = like("prefix", typed.prefix(), PREFIX, "refused.register.prefix");
        rules.line("title", "refused.name.title", Typed.text(typed.title()));
        List<String> introduction = introduction();
        ListStyle style = style();
        List<Category> categories = categories();
        rules.refuseIf(
                style == ListStyle.CATEGORIES && categories.isEmpty(), "categories", "refused.register.categories");
        String sender = address("sender", typed.sender());
        String replyTo = address("replyTo", typed.replyTo());
        String archive = Typed.isBlank(typed.archive()) ? null : address("archive", typed.archive());
        String accent = like("accent", typed.accent(), ACCENT, "refused.register.accent");
        rules.orRefuse();
        return new Register(
                id,
                Typed.text(typed.name()),
                prefix,
                Typed.text(typed.title()),
                introduction,
                style,
                categories,
                sender,
                replyTo,
                archive,
                accent,
                null);
    }

    private String like(String field, String value, Pattern pattern, String key) {
        String text = Typed.text(value);
        rules.refuseIf(text == null || !pattern.matcher(text).matches(), field, key);
        return text;
    }

    private List<String> introduction() {
        List<String> paragraphs = Typed.paragraphs(typed.introduction());
        paragraphs.forEach(each -> rules.optionalParagraph("introduction", "refused.name.introduction", each));
        rules.refuseIf(
                paragraphs.size() > MOST_PARAGRAPHS, "introduction", "refused.register.paragraphs", MOST_PARAGRAPHS);
        return paragraphs;
    }

    private ListStyle style() {
        for (ListStyle style : ListStyle.values()) {
            if (style.name().equals(typed.style())) {
                return style;
            }
        }
        rules.refuseIf(true, "style", "refused.register.style");
        return null;
    }

    private String address(String field, String value) {
        String kept = EmailAddress.kept(value);
        if (!EmailAddress.isValid(kept)) {
            rules.refuseIf(true, field, EmailAddress.whyNot(kept, "refused.email.none"));
        }
        return kept;
    }

    private List<Category> categories() {
        rules.refuseIf(
                typed.categories().size() > MOST_CATEGORIES,
                "categories",
                "refused.register.too-many-categories",
                MOST_CATEGORIES);
        Set<String> ids = new HashSet<>();
        Set<String> titles = new HashSet<>();
        List<Category> read = new ArrayList<>();
        for (int i = 0; i < typed.categories().size(); i++) {
            TypedCategory each = typed.categories().get(i);
            if (!each.isBlank()) {
                String at = "categories[" + i + "].";
                String title = Typed.text(each.title());
                rules.line(at + "title", "refused.name.category-title", title);
                rules.paragraph(at + "plainLanguage", "refused.name.category-line", Typed.text(each.plainLanguage()));
                rules.refuseIf(
                        title != null && !titles.add(title.toLowerCase(Locale.ROOT)),
                        at + "title",
                        "refused.register.category-twice");
                read.add(new Category(id(each, ids), title, Typed.text(each.plainLanguage())));
            }
        }
        return List.copyOf(read);
    }

    /** Of its title, and another where that is taken. */
    private static String id(TypedCategory category, Set<String> taken) {
        String stem = Typed.isBlank(category.id()) ? made(category.title()) : category.id();
        String id = stem;
        for (int n = 2; !taken.add(id); n++) {
            id = stem + "-" + n;
        }
        return id;
    }

    private static String made(String title) {
        String lower = title == null ? "" : title.toLowerCase(Locale.ROOT);
        String words = NOT_OF_AN_ID.matcher(lower).replaceAll("-").replaceAll("^-|-$", "");
        return words.isEmpty() ? "category" : words.substring(0, Math.min(words.length(), LONGEST_ID));
    }
}
