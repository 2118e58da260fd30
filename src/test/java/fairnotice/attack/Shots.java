package fairnotice.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fairnotice.attack.Forms.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is sent to see whether it does harm: every form and every operation, with what nobody would type. */
final class Shots {

    static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final String PARTS = "multipart/form-data; boundary=b0";

    private static final List<String> TEXTS = List.of(
            "\0",
            "{a}",
            "+999999999-12-31",
            "9999-12-31",
            "-9223372036854775809",
            "",
            "\uFFFF",
            "9".repeat(5_000),
            "a\0b",
            "{",
            "${7*7}",
            "#{title}",
            "__${7*7}__::.x",
            "..",
            "%",
            "%00",
            "-999999999-01-01",
            "0001-01-01",
            "2026-02-30",
            "9999-12-31T23:59",
            "-1",
            "2147483648",
            "1e999999999",
            "NaN",
            "٣",
            "\u202E",
            "\uD83D\uDE00",
            "<script>alert(1)</script>",
            "' or '1'='1",
            "\"\\",
            "a\r\nSet-Cookie: a=b",
            " ",
            "x".repeat(300),
            "[".repeat(5_000));

    private static final List<String> NAMES =
            List.of("%s[0]", "%s[a]", "%s[]", "%s[999999999]", "%s.x", "%s.x.y", "%s[0].x", "%s[", "%s.", "_%s", "!%s");

    private static final List<String> SEGMENTS = List.of(
            "%00",
            "%7Ba%7D", "%25", "..%2F", "%2e%2e", "%C3%28", "%20", "a%0D%0Ab", "-1", "9".repeat(30), "x".repeat(500));

    private static final List<String> TYPES = List.of(
            "multipart/form-data",
            "*/*",
            "application/merge-patch+json",
            "application/json;charset=UTF-16",
            "application/problem+json",
            "application/json;charset=nope",
            "application/xml",
            "application/octet-stream",
            "multipart/mixed",
            "multipart/form-data; boundary=" + "b".repeat(80),
            "text/*",
            "text/plain",
            "x",
            FORM);

    private static final List<String> BODIES = List.of(
            "null",
            "[]",
            "[null]",
            "{}",
            "\"\"",
            "0",
            "[",
            "{\"",
            "{\"a\":" + "[".repeat(3_000),
            "\uFEFF{}",
            "{}{}",
            "{\"kind\":{}}");

    private final boolean few;

    /** @param few the first of each kind alone, for a quick look */
    Shots(boolean few) {
        this.few = few;
    }

    private <T> List<T> some(List<T> all, int first) {
        return few ? all.subList(0, Math.min(first, all.size())) : all;
    }

    /** @param what for a finding: whoever reads it can do it again */
    record Shot(String what, String method, String path, Map<String, String> headers, byte[] body) {}

    /** A form with each text in all of its fields and in each one, and with each of its names bent. */
    List<Shot> at(Form form) {
        List<Shot> shots = new ArrayList<>();
        for (String text : some(TEXTS, 8)) {
            Map<String, String> fields = new LinkedHashMap<>(form.fields());
            fields.replaceAll((name, value) -> isKept(name) ? value : text);
            shots.add(shot(form, "all fields " + shortened(text), fields));
        }
        List<String> typed =
                form.fields().keySet().stream().filter(name -> !isKept(name)).toList();
        for (String name : some(typed, 1)) {
            for (String text : few ? List.<String>of() : TEXTS) {
                Map<String, String> fields = new LinkedHashMap<>(form.fields());
                fields.put(name, text);
                shots.add(shot(form, name + " " + shortened(text), fields));
            }
            for (String bent : some(NAMES, 6)) {
                Map<String, String> fields = new LinkedHashMap<>(form.fields());
                fields.put(bent.formatted(name), fields.remove(name));
                shots.add(shot(form, "the name " + bent.formatted(name), fields));
            }
        }
        if (form.method().equals("POST")) {
            some(TYPES, 4).forEach(type -> shots.add(sentAs(type, form, encoded(form.fields()))));
            shots.add(sentAs(PARTS, form, bytes("--b0\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\ncut sho")));
        }
        return shots;
    }

    /** Its token is told beside it, since none is found in what cannot be read. */
    private static Shot sentAs(String type, Form form, byte[] body) {
        String token = form.fields().getOrDefault("_csrf", "");
        return new Shot(
                "sent as " + type, "POST", form.action(), Map.of("Content-Type", type, "X-XSRF-TOKEN", token), body);
    }

    /** An address with each of its segments and parameters bent, and asked for in other ways. */
    List<Shot> at(String path) {
        List<Shot> shots = new ArrayList<>();
        String[] parts = path.split("\\?", 2);
        String[] segments = parts[0].split("/");
        for (int i = 2; i < segments.length; i++) {
            for (String bent : some(SEGMENTS, 3)) {
                String[] other = segments.clone();
                other[i] = bent;
                shots.add(get(String.join("/", other)));
            }
        }
        for (String name : names(parts)) {
            some(TEXTS, 8).forEach(text -> shots.add(get(parts[0] + "?" + name + "=" + encoded(text))));
            some(NAMES, 3).forEach(bent -> shots.add(get(parts[0] + "?" + encoded(bent.formatted(name)) + "=1")));
        }
        for (String accept : some(TYPES, 4)) {
            shots.add(new Shot("Accept: " + accept, "GET", parts[0], Map.of("Accept", accept), new byte[0]));
        }
        shots.addAll(withoutBody("GET", parts[0], Map.of()));
        shots.addAll(withoutBody("HEAD", parts[0], Map.of()));
        for (String method : List.of("HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND")) {
            shots.add(new Shot("by " + method, method, parts[0], Map.of(), new byte[0]));
        }
        return shots;
    }

    /** With a type of what is not there. */
    private List<Shot> withoutBody(String method, String path, Map<String, String> headers) {
        return some(TYPES, 4).stream()
                .map(type -> {
                    Map<String, String> all = new LinkedHashMap<>(headers);
                    all.put("Content-Type", type);
                    return new Shot("nothing as " + type, method, path, all, new byte[0]);
                })
                .toList();
    }

    private static List<String> names(String[] parts) {
        List<String> names = new ArrayList<>(List.of("page"));
        if (parts.length == 2) {
            Arrays.stream(parts[1].split("&")).map(pair -> pair.split("=")[0]).forEach(names::add);
        }
        return names;
    }

    /**
     * Every operation of the interface for machines, as its own description tells them.
     *
     * @param real by the name of a parameter, what exists
     * @param authorization of somebody who may
     */
    List<Shot> at(JsonNode description, Map<String, String> real, String authorization) {
        List<Shot> shots = new ArrayList<>();
        new TreeMap<>(description.get("paths").properties().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .forEach((path, methods) -> methods.properties().forEach(method -> {
                    String there = method.getKey().toUpperCase();
                    JsonNode operation = method.getValue();
                    shots.addAll(parameters(there, path, operation, real, authorization));
                    shots.addAll(withoutBody(there, filled(path, real), Map.of("Authorization", authorization)));
                    JsonNode schema = operation.at("/requestBody/content");
                    if (!schema.isMissingNode()) {
                        shots.addAll(bodies(there, filled(path, real), properties(description, schema), authorization));
                    }
                }));
        return shots;
    }

    private List<Shot> parameters(
            String method, String path, JsonNode operation, Map<String, String> real, String authorization) {
        List<Shot> shots = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.get("name").asText();
            boolean inPath = parameter.get("in").asText().equals("path");
            for (String bent : inPath
                    ? some(SEGMENTS, 3)
                    : some(TEXTS, 8).stream().map(Shots::encoded).toList()) {
                String address = inPath
                        ? filled(path.replace("{" + name + "}", bent), real)
                        : filled(path, real) + "?" + name + "=" + bent;
                shots.add(new Shot(
                        name + " bent",
                        method,
                        address,
                        Map.of("Authorization", authorization, "Content-Type", JSON),
                        method.equals("GET") ? new byte[0] : bytes("{}")));
            }
        }
        return shots;
    }

    private List<Shot> bodies(String method, String path, List<String> properties, String authorization) {
        List<Shot> shots = new ArrayList<>();
        Map<String, String> headers = Map.of("Authorization", authorization, "Content-Type", JSON);
        List<List<String>> each =
                few ? List.of(properties) : properties.stream().map(List::of).toList();
        for (List<String> names : each) {
            for (JsonNode value : values()) {
                ObjectNode body = JsonNodeFactory.instance.objectNode();
                names.forEach(name -> body.set(name, value));
                String sent = body.toString();
                shots.add(new Shot(shortened(sent), method, path, headers, bytes(sent)));
                shots.add(new Shot(shortened("[" + sent + "]"), method, path, headers, bytes("[" + sent + "]")));
            }
        }
        some(BODIES, 8).forEach(body -> shots.add(new Shot(shortened(body), method, path, headers, bytes(body))));
        shots.add(new Shot("no text", method, path, headers, new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF}));
        some(TYPES, 4)
                .forEach(type -> shots.add(new Shot(
                        "sent as " + type,
                        method,
                        path,
                        Map.of("Authorization", authorization, "Content-Type", type),
                        bytes("{\"reason\":\"x\"}"))));
        return shots;
    }

    private List<JsonNode> values() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        List<JsonNode> values = new ArrayList<>(
                TEXTS.stream().map(text -> (JsonNode) json.textNode(text)).toList());
        values.addAll(List.of(
                json.nullNode(),
                json.numberNode(-1),
                json.numberNode(Long.MIN_VALUE),
                json.numberNode(1e300),
                json.booleanNode(true),
                json.arrayNode(),
                json.arrayNode().addNull(),
                json.arrayNode().add("\0"),
                json.objectNode(),
                json.objectNode().put("name", "\0"),
                json.textNode("\uD800")));
        return values;
    }

    /** Names of the fields of a body, those of an element where it is an array. */
    private static List<String> properties(JsonNode description, JsonNode content) {
        List<String> names = new ArrayList<>();
        content.findValues("$ref")
                .forEach(reference -> description
                        .at(reference.asText().substring(1))
                        .path("properties")
                        .fieldNames()
                        .forEachRemaining(names::add));
        return names;
    }

    private static String filled(String path, Map<String, String> real) {
        String address = path;
        for (Map.Entry<String, String> each : real.entrySet()) {
            address = address.replace("{" + each.getKey() + "}", each.getValue());
        }
        return address.replaceAll("\\{[^}]*}", "1");
    }

    private static Shot get(String path) {
        return new Shot("the address", "GET", path, Map.of(), new byte[0]);
    }

    private static Shot shot(Form form, String what, Map<String, String> fields) {
        byte[] sent = encoded(fields);
        if (form.method().equals("GET")) {
            String query = new String(sent, StandardCharsets.US_ASCII);
            return new Shot(what, "GET", form.action().replaceAll("\\?.*", "") + "?" + query, Map.of(), new byte[0]);
        }
        if (!form.files()) {
            return new Shot(what, "POST", form.action(), Map.of("Content-Type", FORM), sent);
        }
        return new Shot(what, "POST", form.action(), Map.of("Content-Type", PARTS), parts(fields));
    }

    /** Without its token and its step nothing of a form is looked at. */
    private static boolean isKept(String name) {
        return name.equals("_csrf") || name.equals("step");
    }

    static byte[] encoded(Map<String, String> fields) {
        return bytes(fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&")));
    }

    private static byte[] parts(Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--b0\r\nContent-Disposition: form-data; name=\"")
                .append(name.replace("\"", "%22").replaceAll("[\\r\\n]", " "))
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        return bytes(body.append("--b0--\r\n").toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String shortened(String text) {
        String shown = text.replace("\0", "\\0").replace("\r", "\\r").replace("\n", "\\n");
        return "\"" + (shown.length() > 60 ? shown.substring(0, 60) + "…" : shown) + "\"";
    }
}
