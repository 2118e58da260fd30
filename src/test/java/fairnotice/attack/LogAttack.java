package fairnotice.attack;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens a customer's link in every odd way an address can be written, and then looks for it in the log. */
public final class LogAttack {

    private static final Pattern LINK = Pattern.compile("/n/([A-Za-z0-9_-]{52})");

    private LogAttack() {}

    /** @param args the address of the copy, and the file that its log is written to */
    public static void main(String[] args) throws Exception {
        Target target = Target.of(args);
        Matcher link = LINK.matcher(target.get("/api/v1/demo/mailbox?to=").body());
        if (!link.find()) {
            throw new IllegalStateException("Nobody was mailed a link");
        }
        String token = link.group(1);
        String path = "/n/" + token;
        for (String odd : List.of(
                path + "/",
                path + "//",
                path + "/x",
                path + "%2F",
                path + ";a",
                path + "|",
                path + "%",
                path + "?a=/n/" + token,
                "//n/" + token,
                "/n;a/" + token,
                "/x/n/" + token,
                "/subscriptions/" + token + "/",
                "/filings/" + token + "/")) {
            send(URI.create(args[0]), odd, path);
        }
        target.get("/api/v1/tasks", "Authorization", "Bearer fn_" + token);
        target.post(
                new Target.Form("x", "x"),
                "/login",
                Map.of("username", "x\r\nevent=sign-in outcome=DONE actor=forged", "password", "x"));
        TimeUnit.SECONDS.sleep(1);
        List<String> lines = Files.readAllLines(Path.of(args[1]));
        target.report("lines of the log with the link", count(lines, token.substring(20)), 0);
        target.report("lines that a typed name forged", count(lines, "actor=forged"), 0);
        target.end();
    }

    private static int count(List<String> lines, String text) {
        return (int) lines.stream().filter(line -> line.contains(text)).count();
    }

    /** As it is, which no client of ours would send. */
    private static void send(URI base, String path, String referer) throws IOException {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(10_000);
            String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nReferer: http://localhost" + referer
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            InputStream answer = socket.getInputStream();
            answer.readAllBytes();
        }
    }
}
