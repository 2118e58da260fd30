package fairnotice.register.file;

import com.fasterxml.jackson.databind.JsonNode;
import fairnotice.refusal.Phrase;
import fairnotice.register.RegisterFile;
import fairnotice.register.RegisterFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The register files that come with Fairnotice and those of the publisher's own folder, read once at start-up. */
final class YamlRegisterFiles implements RegisterFiles {

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
                    resource.getFilename(), field + ":", Phrase.of("refused.register-file.of-another", value, other));
        }
    }

    private static JsonNode tree(Resource resource) {
        try (var stream = resource.getInputStream()) {
            return YamlTree.read(resource.getFilename(), stream.readAllBytes());
        } catch (IOException unreadable) {
            throw unreadable(resource.getFilename(), unreadable);
        }
    }

    private static BadRegisterFile unreadable(String file, IOException why) {
        return new BadRegisterFile(file, "", Phrase.of("refused.register-file.unreadable", why.getMessage()));
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
            throw unreadable(pattern, unreadable);
        }
    }
}
