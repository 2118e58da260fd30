package fairnotice.register.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import fairnotice.register.Category;
import fairnotice.register.HistoryEntry;
import fairnotice.register.Register;
import fairnotice.register.RegisterFile;
import fairnotice.register.Subprocessor;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** A register file as it is written: what {@link RegisterFields} reads, in the same order; what is not stated is left out. */
final class RegisterDocument {

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build());

    private RegisterDocument() {}

    static String of(RegisterFile file) {
        Register register = file.register();
        Map<String, Object> document = new Stated()
                .with("id", register.id())
                .with("name", register.name())
                .with("prefix", register.prefix())
                .with("title", register.title())
                .with("introduction", register.introduction())
                .with("style", register.style())
                .with(
                        "categories",
                        register.categories().stream()
                                .map(RegisterDocument::category)
                                .toList())
                .with("sender", register.sender())
                .with("replyTo", register.replyTo())
                .with("archive", register.archive())
                .with("accent", register.accent())
                .with("policy", PolicyDocument.of(register.policy()))
                .with(
                        "entries",
                        file.entries().stream().map(RegisterDocument::entry).toList())
                .with(
                        "history",
                        file.history().stream().map(RegisterDocument::line).toList())
                .fields();
        try {
            return YAML.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> category(Category category) {
        return new Stated()
                .with("id", category.id())
                .with("title", category.title())
                .with("plainLanguage", category.plainLanguage())
                .fields();
    }

    private static Map<String, Object> entry(Subprocessor entry) {
        return new Stated()
                .with("name", entry.name())
                .with("category", entry.category())
                .with("legalEntity", entry.legalEntity())
                .with("address", entry.address())
                .with("contact", entry.contact())
                .with("purpose", entry.purpose())
                .with("location", entry.location())
                .with("tag", entry.tag())
                .with("dataCategories", entry.dataCategories())
                .with("transfer", entry.transfer())
                .with("safeguards", entry.safeguards())
                .with("posture", entry.posture())
                .with("excludable", entry.excludable() ? true : null)
                .with("exclusion", entry.exclusion())
                .fields();
    }

    private static Map<String, Object> line(HistoryEntry line) {
        return new Stated()
                .with("on", line.on().toString())
                .with("tag", line.tag())
                .with("text", line.text())
                .fields();
    }

    /** A constant as a file has it: "terminate order with refund". */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
