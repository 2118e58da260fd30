package fairnotice.attack;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** Guesses passwords all at once, tries one password on many names, and keeps an administrator out by guessing at the name. */
public final class SignInAttack {

    private final Target target;
    private final Target.Form form;

    private SignInAttack(Target target) throws Exception {
        this.target = target;
        this.form = target.form("/login");
    }

    /** @param args the address of the copy; {@code http://localhost:8080} unless told */
    public static void main(String[] args) throws Exception {
        Target target = Target.of(args);
        SignInAttack attack = new SignInAttack(target);
        String device = attack.signedInBefore();
        attack.guess();
        attack.spray();
        attack.lockOut(device);
        attack.tokens();
        target.end();
    }

    private void guess() throws Exception {
        List<String> answers = target.atOnce(60, n -> () -> answer(tried("legal", "guess" + n, "Accept", "text/html")));
        target.report("passwords checked of 60 guessed at once for one name", checked(answers), 10);
    }

    private void spray() throws Exception {
        List<String> answers =
                target.atOnce(120, n -> () -> answer(tried("user" + n, "Summer2026", "Accept", "text/html")));
        target.report("passwords checked of 120 tried on as many names, after that", checked(answers), 20);
    }

    /** The administrator signed in before, from here: the stranger guesses, and then the administrator comes back. */
    private void lockOut(String device) throws Exception {
        target.atOnce(60, n -> () -> answer(tried("admin", "guess" + n, "Accept", "text/html")));
        String back = answer(tried("admin", "demo", "Cookie", "XSRF-TOKEN=" + form.cookie() + "; " + device));
        target.report(
                "administrators kept out by a stranger behind the same address", back.endsWith("/inbox") ? 0 : 1, 0);
    }

    private void tokens() throws Exception {
        List<Integer> answers = target.atOnce(
                120,
                n -> () -> target.get("/api/v1/tasks", "Authorization", "Bearer fn_" + "x".repeat(40) + n)
                        .statusCode());
        target.report(
                "tokens answered as wrong of 120 guessed",
                (int) answers.stream().filter(status -> status == 401).count(),
                30);
    }

    /** @return the cookie that a browser keeps of it; empty when there is none */
    private String signedInBefore() throws Exception {
        return tried("admin", "demo", "Accept", "text/html").headers().allValues("set-cookie").stream()
                .filter(cookie -> cookie.startsWith("fairnotice-device="))
                .map(cookie -> cookie.split(";")[0])
                .findFirst()
                .orElse("");
    }

    private HttpResponse<String> tried(String name, String password, String... headers) throws Exception {
        return target.post(form, "/login", Map.of("username", name, "password", password), headers);
    }

    private static String answer(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("status " + response.statusCode());
    }

    private static int checked(List<String> answers) {
        return (int)
                answers.stream().filter(answer -> answer.endsWith("?error")).count();
    }
}
