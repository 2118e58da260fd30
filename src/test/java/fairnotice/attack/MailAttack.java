package fairnotice.attack;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Has strangers mailed by the forms that are open to all: objections without a link, and subscriptions. */
public final class MailAttack {

    private static final Pattern CHANGE = Pattern.compile("/r/opsticket/changes/OPSTICKET-\\d+-\\d+");
    private static final int OBJECTIONS = 120;
    private static final int SUBSCRIPTIONS = 60;
    /** What one client may cause at once, as it comes. */
    private static final int MOST = 20;

    private final Target target;
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    private MailAttack(Target target) {
        this.target = target;
    }

    /** @param args the address of the copy; {@code http://localhost:8080} unless told */
    public static void main(String[] args) throws Exception {
        Target target = Target.of(args);
        MailAttack attack = new MailAttack(target);
        attack.object();
        attack.subscribe();
        target.end();
    }

    private void object() throws Exception {
        String path = change() + "/object";
        Target.Form form = target.form(path);
        long start = System.nanoTime();
        List<Integer> answers = target.atOnce(
                OBJECTIONS,
                n -> () -> target.post(form, path, objection(n), forged(n)).statusCode());
        double seconds = (System.nanoTime() - start) / 1e9;
        target.reportAtLeast(
                "objections taken down",
                (int) answers.stream().filter(status -> status == 302).count(),
                OBJECTIONS);
        target.report(
                "strangers mailed by " + OBJECTIONS + " objections in " + Math.round(seconds) + " s",
                mailed("o"),
                MOST);
        int before = answers.size();
        for (int n = 0; n < 12; n++) {
            target.post(form, path, Map.of("name", "M", "organisation", "M", "email", spelled(n), "text", "No " + n));
        }
        int one = 0;
        for (int n = 0; n < 12; n++) {
            one += target.mails(spelled(n));
        }
        target.report("mails to one mailbox in twelve spellings, after " + before + " others", one, 5);
    }

    private void subscribe() throws Exception {
        String path = "/r/opsticket/subscribe";
        Target.Form form = target.form(path);
        target.atOnce(
                SUBSCRIPTIONS,
                n -> () -> target.post(form, path, Map.of("email", address("s", n)), forged(n))
                        .statusCode());
        target.report("strangers mailed by " + SUBSCRIPTIONS + " subscriptions after that", mailed("s"), MOST);
    }

    private String change() throws Exception {
        Matcher announced = CHANGE.matcher(target.get("/r/opsticket").body());
        while (announced.find()) {
            if (target.get(announced.group() + "/object").statusCode() == 200) {
                return announced.group();
            }
        }
        throw new IllegalStateException("No change is announced that can be objected to");
    }

    private Map<String, String> objection(int n) {
        return Map.of("name", "Mallory", "organisation", "M " + n, "email", address("o", n), "text", "No");
    }

    /** A client that says it stands elsewhere each time: nobody has made it a proxy. */
    private static String[] forged(int n) {
        String other = "198.51.100." + n;
        return new String[] {"X-Forwarded-For", other, "Forwarded", "for=" + other, "X-Real-IP", other};
    }

    private String address(String kind, int n) {
        return kind + n + "-" + run + "@strangers.example.net";
    }

    private String spelled(int n) {
        return (n % 2 == 0 ? "Vic.Tim" : "victim") + run + "+" + n + "@strangers.example.net";
    }

    private int mailed(String kind) throws Exception {
        Thread.sleep(5_000);
        int all = 0;
        for (int n = 0; n < OBJECTIONS; n++) {
            all += target.mails(address(kind, n));
        }
        return all;
    }
}
