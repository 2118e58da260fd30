package fairnotice.attack;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The whole fuzz against a running demonstration on this machine: by a visitor, a customer and staff, and over the interface for machines. */
final class FuzzAttack {

    private static final Pattern NOTICE = Pattern.compile("/n/[A-Za-z0-9_.~-]+");

    /** Leaving would end the walk, and the demo's clock is nobody's own. */
    private static final Predicate<String> OPEN =
            path -> !path.startsWith("/logout") && !path.startsWith("/demo") && !path.startsWith("/api/v1/demo");

    private FuzzAttack() {}

    /** @param args the address of the copy */
    public static void main(String[] args) {
        String base = args[0];
        Fuzz fuzz = new Fuzz(false);
        Visitor visitor = Visitor.of(base);
        fuzz.pages(visitor, List.of("/", "/login", notice(visitor)), OPEN.and(path -> !path.startsWith("/mailbox")));
        for (String who : List.of("legal", "finance", "admin", "auditor")) {
            fuzz.pages(Visitor.signedIn(base, who, "demo"), List.of("/inbox", "/changes/new?register=opsticket"), OPEN);
        }
        String legal = "Basic " + Base64.getEncoder().encodeToString("legal:demo".getBytes(StandardCharsets.UTF_8));
        fuzz.operations(
                Visitor.of(base), Map.of("register", "opsticket", "reference", "OPSTICKET-2026-0001"), legal, OPEN);
        fuzz.failures().forEach(System.out::println);
        fuzz.slow().forEach(System.out::println);
        System.out.printf(
                "%,d requests to %d forms and operations and %d kinds of addresses: %d failed, %d slower than 2 s%n",
                fuzz.sent(),
                fuzz.forms(),
                fuzz.addresses(),
                fuzz.failures().size(),
                fuzz.slow().size());
        if (!fuzz.failures().isEmpty() || !fuzz.slow().isEmpty()) {
            System.exit(1);
        }
    }

    /** A customer's own page, from its mail. */
    private static String notice(Visitor visitor) {
        Matcher link = NOTICE.matcher(visitor.get("/api/v1/demo/mailbox").body());
        if (!link.find()) {
            throw new IllegalStateException("No notice has been sent by this copy.");
        }
        return link.group();
    }
}
