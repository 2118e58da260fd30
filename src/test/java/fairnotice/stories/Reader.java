package fairnotice.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who takes the README at its word: opens each {@code <address>}, clicks what is {@code **bold**}, writes {@code `text` into *Field*},
 * runs a {@code curl}, and looks for what stands in “quotes”. What is not found even after a while of reloading is a fault of the README.
 */
final class Reader {

    private static final String WRITTEN_FOR = "localhost:8080";
    private static final int LOOKS = 40;
    private static final int BEFORE_RELOADING = 4;
    private static final Pattern TODO = Pattern.compile("<http://" + WRITTEN_FOR + "(?<open>[^>]*)>"
            + "|\\*\\*(?<click>[^*]+)\\*\\*"
            + "|`(?<text>[^`]+)` into \\*(?<field>[^*]+)\\*"
            + "|(?<today>today's date) into \\*(?<day>[^*]+)\\*"
            + "|the code into \\*(?<code>[^*]+)\\*"
            + "|“(?<see>[^”]+)”"
            + "|answer says `(?<says>[^`]+)`"
            + "|```\\s+curl -u (?<user>\\w+):demo .*?" + WRITTEN_FOR + "(?<api>/\\S+) -d '(?<json>[^']+)' ```");
    private static final Pattern ADDRESS = Pattern.compile("[?&]to=([^&]+)");
    private static final Pattern CODE = Pattern.compile("(?m)^\\s*(\\d{8})\\s*$");

    private static final String SHORTEST = """
            (all, name) => {
                const text = it => it.innerText.replace(/\\s+/g, ' ').trim();
                const found = all.filter(it => it.checkVisibility() && text(it).includes(name));
                found.sort((one, other) => text(one).length - text(other).length);
                return all.indexOf(found[0]);
            }""";

    private final Page page;
    private final int port;
    private String mailbox;
    /** What a reload folds again. */
    private String unfolded;

    private String answer;

    Reader(Page page, int port) {
        this.page = page;
        this.port = port;
    }

    /** @return how many things there were to do or to see */
    int follow(String step) {
        int done = 0;
        Matcher todo = TODO.matcher(step.replaceAll("\\s+", " "));
        for (; todo.find(); done++) {
            try {
                follow(todo);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("\"" + todo.group() + "\" of the step: " + step + "\nat " + page.url(), e);
            }
        }
        return done;
    }

    private void follow(Matcher todo) {
        if (todo.group("open") != null) {
            open(todo.group("open"));
        } else if (todo.group("click") != null) {
            click(todo.group("click"));
        } else if (todo.group("text") != null) {
            write(todo.group("field"), todo.group("text"));
        } else if (todo.group("today") != null) {
            write(todo.group("day"), LocalDate.now(ZoneOffset.UTC).toString());
        } else if (todo.group("code") != null) {
            write(todo.group("code"), await(this::code));
        } else if (todo.group("see") != null) {
            see(todo.group("see"));
        } else if (todo.group("says") != null) {
            assertThat(answer).contains(todo.group("says"));
        } else {
            answer = Api.withPassword(port, todo.group("user"))
                    .sendText("POST", todo.group("api"), todo.group("json"))
                    .body();
        }
    }

    /** Letters need a second or two, says the README: a mailing is read once engine and mail are quiet. */
    private void open(String path) {
        if (path.startsWith("/mailbox")) {
            Api.withPassword(port, "legal").post("/api/v1/demo/clock", Map.of("advance", "PT1S"));
        }
        page.navigate("http://localhost:" + port + path);
        Matcher address = ADDRESS.matcher(path);
        mailbox = address.find() ? address.group(1) : mailbox;
    }

    private void click(String name) {
        Locator found = await(() -> named(name));
        unfolded = (Boolean) found.evaluate("it => it.matches('summary')") ? name : null;
        boolean leads = (Boolean) found.evaluate("it => it.matches('a, button')");
        if (leads) {
            page.locator("html").evaluate("it => it.dataset.left = 'true'");
        }
        found.click();
        page.locator("html:not([data-left])").waitFor(new Locator.WaitForOptions().setTimeout(120_000));
    }

    /** What is named so; else the shortest name it is a part of. Asked in one go, since a mailbox has hundreds of names. */
    private Optional<Locator> named(String name) {
        Locator all = page.locator("main :is(a, button, summary, label), header :is(a, button)");
        int place = (Integer) all.evaluateAll(SHORTEST, name);
        return place < 0 ? Optional.empty() : Optional.of(all.nth(place));
    }

    private static String text(Locator element) {
        return element.innerText().replaceAll("\\s+", " ").strip();
    }

    private void write(String field, String text) {
        Locator exact = page.getByLabel(field, new Page.GetByLabelOptions().setExact(true));
        Locator found = exact.count() == 1 ? exact : page.getByLabel(field);
        if ((Boolean) found.evaluate("it => it.matches('select')")) {
            found.selectOption(text);
        } else {
            found.fill(text);
        }
    }

    private void see(String words) {
        await(() -> Optional.of(text(page.locator("main"))).filter(main -> main.contains(words)));
    }

    /** Of the newest message in the mailbox opened last. */
    private Optional<String> code() {
        Matcher code = CODE.matcher(Api.visitor(port)
                .get("/api/v1/demo/mailbox?to=" + mailbox)
                .get(0)
                .get("text")
                .asText());
        return code.find() ? Optional.of(code.group(1)) : Optional.empty();
    }

    private <T> T await(Supplier<Optional<T>> what) {
        for (int looks = 0; looks < LOOKS; looks++) {
            Optional<T> found = what.get();
            if (found.isPresent()) {
                return found.get();
            }
            page.waitForTimeout(500);
            if (looks >= BEFORE_RELOADING) {
                page.reload();
                Optional.ofNullable(unfolded).flatMap(this::named).ifPresent(Locator::click);
            }
        }
        throw new AssertionError("Not there. The page says: " + text(page.locator("main")));
    }
}
