package fairnotice.register.file;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import fairnotice.register.RegisterFile;
import fairnotice.register.RegisterFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The register files that come with Fairnotice and those of the publisher's own folder, read once at start-up. */
final class YamlRegisterFiles implements RegisterFiles {

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final List<RegisterFile> files;

    private YamlRegisterFiles(List<RegisterFile> files) {
        this.files = files;
    }

    /** @throws BadRegisterFile for the first file that cannot be used */
    static YamlRegisterFiles read(RegisterFilesSettings settings, RegisterFields fields) {
        List<RegisterFile> read = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        for (Resource resource : resources(settings)) {
            RegisterFile file = fields.read(new Fields(resource.getFilename(), "", tree(resource)));
            refuseTwice(seen, "id", file.register().id(), resource);
            refuseTwice(seen, "prefix", file.register().prefix(), resource);
            read.add(file);
        }
        return new YamlRegisterFiles(List.copyOf(read));
    }

    @Override
    public List<RegisterFile> all() {
        return files;
    }

    private static void refuseTwice(Map<String, String> seen, String field, String value, Resource resource) {
        String other = seen.putIfAbsent(field + " " + value, resource.getFilename());
        if (other != null) {
            throw new BadRegisterFile(
                    resource.getFilename(), field + ":", "\"" + value + "\" is already that of the file " + other);
        }
    }

    private static JsonNode tree(Resource resource) {
        try (var stream = resource.getInputStream()) {
            return YAML.readTree(stream);
        } catch (JacksonException malformed) {
            throw new BadRegisterFile(
                    resource.getFilename(),
                    "line " + malformed.getLocation().getLineNr(),
                    "is not YAML: " + problem(malformed));
        } catch (IOException unreadable) {
            throw new BadRegisterFile(resource.getFilename(), "", "it cannot be read: " + unreadable.getMessage());
        }
    }

    /** The parser's complaint without the indented excerpts of the file. */
    private static String problem(JacksonException malformed) {
        return malformed
                .getOriginalMessage()
                .lines()
                .filter(line -> !line.startsWith(" "))
                .collect(Collectors.joining(", "));
    }

    private static List<Resource> resources(RegisterFilesSettings settings) {
        List<Resource> found = new ArrayList<>();
        if (settings.builtInRegisters()) {
            found.addAll(matching("classpath:registers/*.yml"));
        }
        if (settings.registers() != null) {
            found.addAll(matching(settings.registers().toUri() + "*.yml"));
        }
        return found;
    }

    private static List<Resource> matching(String pattern) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern))
                    .sorted(Comparator.comparing(Resource::getFilename))
                    .toList();
        } catch (IOException unreadable) {
            throw new BadRegisterFile(pattern, "", "it cannot be read: " + unreadable.getMessage());
        }
    }
}
