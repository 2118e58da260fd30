package fairnotice.register.file;

import fairnotice.calendar.HolidayCalendars;
import fairnotice.refusal.EmailAddress;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.WrittenDay;
import fairnotice.register.Category;
import fairnotice.register.HistoryEntry;
import fairnotice.register.HistoryTag;
import fairnotice.register.ListStyle;
import fairnotice.register.Register;
import fairnotice.register.RegisterFile;
import fairnotice.register.Subprocessor;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Reads a whole register file. */
final class RegisterFields {

    private final PolicyFields policy;

    RegisterFields(HolidayCalendars calendars) {
        this.policy = new PolicyFields(calendars);
    }

    RegisterFile read(Fields file) {
        Register register = register(file);
        List<Subprocessor> entries = entries(file, register);
        List<HistoryEntry> history = file.groups("history").stream()
                .map(RegisterFields::line)
                .sorted(Comparator.comparing(HistoryEntry::on).reversed())
                .toList();
        file.nothingElse();
        return new RegisterFile(register, entries, history);
    }

    private Register register(Fields file) {
        return new Register(
                file.read("id", like("[a-z0-9-]{1,40}", "refused.register-file.id")),
                file.text("name"),
                file.read("prefix", like("[A-Z0-9]{1,20}", "refused.register-file.prefix")),
                file.text("title"),
                file.list("introduction", UnaryOperator.identity()),
                file.oneOf("style", ListStyle.class),
                file.groups("categories").stream().map(RegisterFields::category).toList(),
                file.read("sender", RegisterFields::address),
                file.read("replyTo", RegisterFields::address),
                file.optional("archive", RegisterFields::address),
                file.read("accent", like("#[0-9a-fA-F]{6}", "refused.register-file.accent")),
                policy.read(file.group("policy")));
    }

    private static List<Subprocessor> entries(Fields file, Register register) {
        Set<String> names = new HashSet<>();
        return file.groups("entries").stream()
                .map(fields -> {
                    Subprocessor entry = entry(fields, register);
                    if (!names.add(entry.name().toLowerCase(Locale.ROOT))) {
                        throw fields.bad("name:", Phrase.of("refused.register-file.twice", entry.name()));
                    }
                    return entry;
                })
                .toList();
    }

    private static Subprocessor entry(Fields fields, Register register) {
        Subprocessor entry = new Subprocessor(
                fields.text("name"),
                fields.optionalText("legalEntity"),
                fields.optionalText("address"),
                fields.optionalText("contact"),
                fields.optionalText("purpose"),
                fields.optionalText("location"),
                fields.optionalText("tag"),
                fields.optionalText("dataCategories"),
                fields.optionalText("transfer"),
                fields.optionalText("safeguards"),
                fields.optionalText("posture"),
                register.style() == ListStyle.CATEGORIES
                        ? fields.read("category", oneOf(register.categories()))
                        : fields.optional("category", oneOf(register.categories())),
                fields.optionalFlag("excludable"),
                fields.optionalText("exclusion"));
        fields.nothingElse();
        if (entry.excludable() != (entry.exclusion() != null)) {
            throw fields.bad("exclusion", Phrase.of("refused.register-file.exclusion"));
        }
        return entry;
    }

    private static Category category(Fields fields) {
        Category category = new Category(fields.text("id"), fields.text("title"), fields.text("plainLanguage"));
        fields.nothingElse();
        return category;
    }

    private static HistoryEntry line(Fields fields) {
        HistoryEntry line = new HistoryEntry(
                fields.read("on", RegisterFields::day),
                fields.oneOf("tag", HistoryTag.class),
                fields.text("text"),
                null);
        fields.nothingElse();
        return line;
    }

    private static Function<String, String> oneOf(List<Category> categories) {
        return written -> {
            if (categories.stream().noneMatch(category -> category.id().equals(written))) {
                throw UnfitValue.of("refused.register-file.category", written);
            }
            return written;
        };
    }

    private static Function<String, String> like(String pattern, String key) {
        return written -> {
            if (!written.matches(pattern)) {
                throw UnfitValue.of(key, written);
            }
            return written;
        };
    }

    private static String address(String written) {
        String kept = EmailAddress.kept(written);
        if (!EmailAddress.isValid(kept)) {
            throw new UnfitValue(EmailAddress.whyNot(kept, "refused.email.not-one", written));
        }
        return kept;
    }

    private static LocalDate day(String written) {
        return WrittenDay.day(written).orElseThrow(() -> UnfitValue.of("refused.register-file.day", written));
    }
}
