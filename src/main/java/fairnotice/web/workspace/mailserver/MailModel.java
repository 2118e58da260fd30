package fairnotice.web.workspace.mailserver;

import fairnotice.access.Actor;
import fairnotice.mailserver.Encryption;
import fairnotice.mailserver.MailReadiness;
import fairnotice.mailserver.MailServer;
import fairnotice.mailserver.MailTest;
import fairnotice.mailserver.Part;
import fairnotice.mailserver.ReadingServers;
import fairnotice.mailserver.ReadingServers.Standing;
import fairnotice.mailserver.ServerInForce.Source;
import fairnotice.mailserver.ServerRequest;
import fairnotice.refusal.Phrase;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import fairnotice.web.Phrases;
import fairnotice.web.workspace.People;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages about mail show. */
@Component
class MailModel {

    /** Mail servers are of no register, so their times are shown in UTC. */
    private static final ZoneId UTC = ZoneId.of("UTC");

    /**
     * One mail server.
     *
     * @param name in addresses and keys: {@code relay}
     * @param server what is used; null where nothing is
     * @param encryption in words
     * @param source who set it, in words
     * @param changes whether the reader may change it here
     */
    record Line(
            String name,
            MailServer server,
            String encryption,
            String source,
            boolean changes,
            boolean stored,
            long version,
            Waiting waiting) {}

    /**
     * @param server what is asked for; null for none
     * @param obstacle why the reader may not confirm it; null when they may
     */
    record Waiting(
            ServerRequest request,
            MailServer server,
            String encryption,
            String askedBy,
            boolean takenBack,
            Phrase obstacle) {}

    /** A register with what was seen of its last test mail; null where there was none. */
    record Tested(Register register, TestInWords.Result result) {}

    private final ReadingServers reading;
    private final MailReadiness readiness;
    private final Registers registers;
    private final TestInWords tests;
    private final People people;
    private final Phrases phrases;

    MailModel(
            ReadingServers reading,
            MailReadiness readiness,
            Registers registers,
            TestInWords tests,
            People people,
            Phrases phrases) {
        this.reading = reading;
        this.readiness = readiness;
        this.registers = registers;
        this.tests = tests;
        this.people = people;
        this.phrases = phrases;
    }

    void fill(Actor actor, Model model) {
        Standing relay = reading.standing(Part.RELAY, actor);
        model.addAttribute("zone", UTC);
        model.addAttribute("missing", readiness.missing().orElse(null));
        model.addAttribute("worksSince", readiness.worksSince().orElse(null));
        model.addAttribute(
                "servers",
                Stream.of(Part.values()).map(part -> line(part, actor)).toList());
        Map<String, MailTest> last = reading.tests(actor);
        List<Tested> tested = registers.all().stream()
                .map(register -> new Tested(register, tests.of(last.get(register.id()), relay)))
                .toList();
        model.addAttribute("tested", tested);
        model.addAttribute("tests", reading.changes(actor) && relay.inForce() != null && !tested.isEmpty());
        model.addAttribute(
                "underWay",
                tested.stream()
                        .anyMatch(each -> each.result() != null && each.result().underWay()));
    }

    void form(Part part, Actor actor, Model model) {
        Standing standing = reading.standing(part, actor);
        model.addAttribute("name", name(part));
        model.addAttribute("given", standing.isGiven() ? source(part, standing) : null);
        model.addAttribute("waits", standing.request() != null);
        model.addAttribute("takesTwo", reading.takesTwo(actor));
        model.addAttribute(
                "kept", standing.stored() != null && standing.stored().server().hasUser());
        model.addAttribute("version", standing.version());
        model.addAttribute(
                "encryptions",
                phrases.choices(
                        "workspace.mail.encryption.",
                        Stream.of(Encryption.values())
                                .filter(each -> part == Part.RELAY || each != Encryption.STARTTLS_OFFERED)
                                .toList()));
    }

    private Line line(Part part, Actor actor) {
        Standing standing = reading.standing(part, actor);
        MailServer server =
                standing.inForce() == null ? null : standing.inForce().server();
        boolean changes = reading.changes(actor) && !standing.isGiven();
        return new Line(
                name(part),
                server,
                encryption(server),
                server == null ? null : source(part, standing),
                changes,
                changes && standing.stored() != null,
                standing.version(),
                standing.request() == null ? null : waiting(standing.request(), actor));
    }

    private Waiting waiting(ServerRequest request, Actor actor) {
        return new Waiting(
                request,
                request.server(),
                encryption(request.server()),
                people.named(request.askedBy()),
                reading.isTakenBack(request, actor),
                reading.obstacle(request, actor).orElse(null));
    }

    private String encryption(MailServer server) {
        return server == null ? null : phrases.said("workspace.mail.encryption." + server.encryption());
    }

    /** "SPRING_MAIL_HOST", or by whom it was set when. */
    private String source(Part part, Standing standing) {
        Source source = standing.inForce().source();
        return source == Source.BROWSER
                ? phrases.said(
                        "workspace.mail.source.BROWSER",
                        people.named(standing.stored().changedBy()))
                : phrases.said("workspace.mail.source." + source + "." + name(part));
    }

    private static String name(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }
}
