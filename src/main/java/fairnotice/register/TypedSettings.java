package fairnotice.register;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a register is called and how its page looks, as typed. Its names are those of a register file.
 *
 * @param introduction paragraphs with a blank line between them
 * @param style name of a {@link ListStyle}
 */
public record TypedSettings(
        String id,
        String name,
        String prefix,
        String title,
        String introduction,
        String style,
        List<TypedCategory> categories,
        String sender,
        String replyTo,
        String archive,
        String accent) {

    private static final String ACCENT = "#1f4fbf";

    public TypedSettings {
        categories = categories == null
                ? List.of()
                : categories.stream().filter(Objects::nonNull).toList();
    }

    /** Nothing typed yet. */
    public static TypedSettings blank() {
        return new TypedSettings(
                null, null, null, null, null, ListStyle.CARDS.name(), List.of(), null, null, null, ACCENT);
    }

    /** As a form shows what there is. */
    public static TypedSettings of(Register register) {
        return new TypedSettings(
                register.id(),
                register.name(),
                register.prefix(),
                register.title(),
                register.introduction().stream().collect(Collectors.joining("\n\n")),
                register.style().name(),
                register.categories().stream().map(TypedCategory::of).toList(),
                register.sender(),
                register.replyTo(),
                register.archive(),
                register.accent());
    }

    /** The same of a register that there is, whose id and prefix stand in addresses and references for ever. */
    TypedSettings of(String known, String knownPrefix) {
        return new TypedSettings(
                known, name, knownPrefix, title, introduction, style, categories, sender, replyTo, archive, accent);
    }

    /** The same with empty rows for more categories. */
    public TypedSettings withRoom(int rows) {
        List<TypedCategory> more = new ArrayList<>(
                categories.stream().filter(each -> !each.isBlank()).toList());
        more.addAll(Collections.nCopies(rows, new TypedCategory(null, null, null)));
        return new TypedSettings(id, name, prefix, title, introduction, style, more, sender, replyTo, archive, accent);
    }

    /** How the list is laid out, as far as that was typed; the rest is what was typed, whatever is wrong with it. */
    public Register layout() {
        return SettingsReader.layout(this);
    }
}
