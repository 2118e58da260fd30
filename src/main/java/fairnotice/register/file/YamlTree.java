package fairnotice.register.file;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import fairnotice.refusal.Phrase;
import java.io.IOException;
import java.util.stream.Collectors;

/** What a register file holds, before anything is made of it. */
final class YamlTree {

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private YamlTree() {}

    /** @throws BadRegisterFile for what is no YAML */
    static JsonNode read(String name, byte[] content) {
        try {
            return YAML.readTree(content);
        } catch (JacksonException malformed) {
            int line = malformed.getLocation() == null
                    ? 1
                    : malformed.getLocation().getLineNr();
            throw new BadRegisterFile(
                    name, "", Phrase.of("refused.register-file.line", Integer.toString(line), problem(malformed)));
        } catch (IOException unreadable) {
            throw new BadRegisterFile(name, "", Phrase.of("refused.register-file.unreadable", unreadable.getMessage()));
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
}
