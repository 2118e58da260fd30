package fairnotice.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import fairnotice.change.Proposal;
import fairnotice.customer.ImportedCustomer;
import fairnotice.register.ChangeKind;
import fairnotice.register.Subprocessor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The files under {@code demo/} that a demonstration is made of. */
final class DemoFiles {

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private DemoFiles() {}

    /** A change, and the register it is proposed for. */
    record FiledChange(
            String register,
            ChangeKind kind,
            String replaces,
            boolean personalData,
            boolean material,
            boolean securityCritical,
            String reason,
            Subprocessor subprocessor) {

        Proposal proposal() {
            return new Proposal(kind, replaces, personalData, material, securityCritical, null, reason, subprocessor);
        }
    }

    /** By register. @param today what "7 months ago" is counted from */
    static Map<String, List<ImportedCustomer>> customers(LocalDate today) {
        Map<String, List<CustomerFixture>> filed = read("customers.yml", new TypeReference<>() {});
        Map<String, List<ImportedCustomer>> customers = new java.util.LinkedHashMap<>();
        filed.forEach((register, each) -> customers.put(
                register,
                each.stream().map(customer -> customer.imported(today)).toList()));
        return customers;
    }

    /** By the name the story calls them. */
    static Map<String, FiledChange> changes() {
        return read("changes.yml", new TypeReference<>() {});
    }

    static List<String> subscribers() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(open("subscribers.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(String file, TypeReference<T> type) {
        try (InputStream stream = open(file)) {
            return YAML.readValue(stream, type);
        } catch (IOException e) {
            throw new UncheckedIOException("demo/" + file + " cannot be read", e);
        }
    }

    private static InputStream open(String file) {
        InputStream stream = DemoFiles.class.getResourceAsStream("/demo/" + file);
        if (stream == null) {
            throw new IllegalStateException("This build carries no demo/" + file);
        }
        return stream;
    }
}
