package fairnotice.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.springframework.web.multipart.MultipartException;

/**
 * What was typed in a form that was not taken: to be read again and, when somebody wants it, sent again. Never a password, a one-time code or
 * a form's token; of files only under which name they were chosen, since no page can choose them again.
 *
 * @param address where the form goes, without the context path
 * @param fields in the order in which they were sent
 * @param files names of the fields in which files were chosen
 */
public record TypedForm(String address, List<Field> fields, List<String> files) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Name and value as they were sent. */
    public record Field(String name, String value) {}

    /** A field as a person reads it. */
    public record Line(String label, String value) {}

    /** Before the names of fields that a sign-in form carries along. */
    private static final String CARRIED = "kept:";

    private static final String CARRIED_ADDRESS = "kept-address";
    private static final String CARRIED_FILES = "kept-file";

    /** More than any form of ours holds, so that nobody can have much sent back to him. */
    private static final int MOST_FIELDS = 500;

    private static final int MOST_CHARACTERS = 200_000;

    private static final Set<String> SECRET = Set.of("_csrf", "code", "current", "again");

    /** What a form says to the server about itself, and the button. */
    private static final Set<String> OF_THE_FORM =
            Set.of("step", "after", "about", "username", "begin", "seen", "outcome");

    private static final Pattern HERE = Pattern.compile("/(?![/\\\\]).{0,2000}");

    public TypedForm {
        fields = List.copyOf(fields);
        files = List.copyOf(files);
    }

    /** What this request would have sent; empty when that is more than a page can carry. */
    public static Optional<TypedForm> of(HttpServletRequest request) {
        String address =
                request.getRequestURI().substring(request.getContextPath().length());
        return bounded(new TypedForm(
                address, fields(request, name -> !isSecret(name), UnaryOperator.identity()), filesOf(request)));
    }

    /** What a sign-in form carried along; empty when it is nothing, or not what {@link #carried()} wrote. */
    static Optional<TypedForm> carriedBy(HttpServletRequest request) {
        String address = request.getParameter(CARRIED_ADDRESS);
        if (address == null || !HERE.matcher(address).matches()) {
            return Optional.empty();
        }
        String[] files = request.getParameterValues(CARRIED_FILES);
        List<Field> fields = fields(
                request,
                name -> name.startsWith(CARRIED) && !isSecret(name.substring(CARRIED.length())),
                name -> name.substring(CARRIED.length()));
        return bounded(new TypedForm(address, fields, files == null ? List.of() : Arrays.asList(files)));
    }

    /** As a session keeps it. */
    String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can always be written", e);
        }
    }

    /** What {@link #text()} wrote; empty for nothing, and for what another version wrote. */
    static Optional<TypedForm> read(String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(JSON.readValue(text, TypedForm.class));
        } catch (JsonProcessingException ofAnotherVersion) {
            return Optional.empty();
        }
    }

    /** As hidden fields of a sign-in form, under names that are none of its own. */
    public List<Field> carried() {
        List<Field> carried = new ArrayList<>();
        carried.add(new Field(CARRIED_ADDRESS, address));
        fields.forEach(field -> carried.add(new Field(CARRIED + field.name(), field.value())));
        files.forEach(name -> carried.add(new Field(CARRIED_FILES, name)));
        return carried;
    }

    /** What somebody typed or chose, without what is empty. */
    public List<Line> lines() {
        return fields.stream()
                .filter(field -> !field.value().isBlank())
                .filter(field -> !field.name().startsWith("_") && !OF_THE_FORM.contains(field.name()))
                .map(field -> new Line(label(field.name()), field.value()))
                .toList();
    }

    private static List<Field> fields(
            HttpServletRequest request, Predicate<String> which, UnaryOperator<String> named) {
        List<Field> fields = new ArrayList<>();
        parameters(request).forEach((name, values) -> {
            if (which.test(name)) {
                Arrays.stream(values).forEach(value -> fields.add(new Field(named.apply(name), value)));
            }
        });
        return fields;
    }

    private static Map<String, String[]> parameters(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (MultipartException unreadable) {
            return Map.of();
        }
    }

    private static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return SECRET.contains(lower) || lower.contains("password") || lower.contains("token");
    }

    private static Optional<TypedForm> bounded(TypedForm form) {
        int characters = form.fields.stream()
                .mapToInt(field -> field.name().length() + field.value().length())
                .sum();
        boolean fits = form.fields.size() <= MOST_FIELDS
                && form.files.size() <= MOST_FIELDS
                && characters <= MOST_CHARACTERS
                && HERE.matcher(form.address).matches();
        return fits ? Optional.of(form) : Optional.empty();
    }

    private static List<String> filesOf(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null || !type.startsWith("multipart/")) {
            return List.of();
        }
        try {
            return request.getParts().stream()
                    .filter(part -> part.getSubmittedFileName() != null
                            && !part.getSubmittedFileName().isBlank())
                    .map(Part::getName)
                    .distinct()
                    .toList();
        } catch (IOException | ServletException | IllegalStateException unreadable) {
            return List.of(); // what cannot be read holds no text either; the page says that files are not kept
        }
    }

    /** {@code subprocessor.legalEntity} reads "Legal entity", {@code lastDay[PO-1]} "Last day (PO-1)". */
    private static String label(String name) {
        int bracket = name.indexOf('[');
        String path = bracket < 0 ? name : name.substring(0, bracket);
        String last = path.substring(path.lastIndexOf('.') + 1)
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT);
        String of = bracket < 0 ? "" : " (" + name.substring(bracket + 1).replaceFirst("\\]$", "") + ")";
        return last.isEmpty() ? name : Character.toUpperCase(last.charAt(0)) + last.substring(1) + of;
    }
}
