package fairnotice.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fairnotice.objection.Act;
import fairnotice.objection.AnsweringOffer;
import fairnotice.objection.ContestingRefusal;
import fairnotice.objection.RequestingCode;
import fairnotice.objection.WithdrawingObjection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Two objections of one customer to one change: what is cleared, and what its page and its last letter say, is one thing. */
class TwoCasesStoryTest extends Story {

    private static final String REGISTER = StoryRegister.TWO_CASES.id();

    private static String change;

    @Autowired
    private ContestingRefusal contesting;

    @Autowired
    private RequestingCode asking;

    @Autowired
    private AnsweringOffer answering;

    @Autowired
    private WithdrawingObjection dropping;

    private static final List<String> FIRST = List.of("NOT_AGREED", "REFUSED", "RESOLVED", "EXEMPTED");
    private static final List<String> SECOND = List.of("NOT_AGREED", "REFUSED", "RESOLVED", "EXEMPTED", "WITHDRAWN");

    /** One change in use for the customers of all pairs. */
    @BeforeEach
    void inUse() {
        if (change != null) {
            return;
        }
        customers(
                REGISTER,
                FIRST.stream()
                        .flatMap(first -> SECOND.stream().map(second -> id(first, second)))
                        .map(id -> customer(id, "team", contact(email(id), "OWNER")))
                        .toArray());
        change = add(REGISTER, "Pairline", Map.of("securityCritical", true));
        approve("counsel", change);
        approve("gc", change);
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_AGREED, NOT_AGREED, STANDS",
        "NOT_AGREED, REFUSED,    EARLIER",
        "NOT_AGREED, RESOLVED,      APPLIES",
        "NOT_AGREED, EXEMPTED,   EXEMPTED",
        "NOT_AGREED, WITHDRAWN,    EARLIER",
        "REFUSED,    NOT_AGREED, STANDS",
        "REFUSED,    REFUSED,    STAYS",
        "REFUSED,    RESOLVED,      APPLIES",
        "REFUSED,    EXEMPTED,   EXEMPTED",
        "REFUSED,    WITHDRAWN,    APPLIES",
        "RESOLVED,      NOT_AGREED, STANDS",
        "RESOLVED,      REFUSED,    APPLIES",
        "RESOLVED,      RESOLVED,      APPLIES",
        "RESOLVED,      EXEMPTED,   EXEMPTED",
        "RESOLVED,      WITHDRAWN,    APPLIES",
        "EXEMPTED,   NOT_AGREED, STANDS",
        "EXEMPTED,   REFUSED,    EXEMPTED_BEFORE",
        "EXEMPTED,   RESOLVED,      APPLIES",
        "EXEMPTED,   EXEMPTED,   EXEMPTED",
        "EXEMPTED,   WITHDRAWN,    EXEMPTED_BEFORE"
    })
    void clearance_page_and_letter_say_the_same(String first, String second, String then) {
        String id = id(first, second);
        String one = ended(id, first);
        String two = ended(id, second);
        assertThat(two).isNotEqualTo(one);

        JsonNode clearance = as("legal")
                .get("/api/v1/registers/" + REGISTER + "/clearances?customer=" + id + "&subprocessor=Pairline");
        assertThat(clearance.get("cleared").asBoolean())
                .isEqualTo(Set.of("APPLIES", "STAYS").contains(then));
        String page = visitor().page(own(id));
        assertThat(page).contains(PAGE.get(then)).doesNotContain("??");
        assertThat(page)
                .doesNotContain(PAGE.values().stream()
                        .filter(words -> !PAGE.get(then).contains(words))
                        .toArray(String[]::new));
        String letter = letter(two, LETTER.get(second)).replaceAll("\\s+", " ");
        String follows = first.equals("RESOLVED") && second.equals("WITHDRAWN")
                ? "The safeguard you agreed to before still holds: Pairline may be used for your data only with it."
                : WORDS.get(then);
        assertThat(letter).contains(follows).doesNotContain("??");
        assertThat(letter)
                .doesNotContain(WORDS.values().stream()
                        .filter(words -> !words.equals(follows))
                        .toArray(String[]::new));

        String calendar = visitor().page(own(id) + "/calendar.ics").replace("\r\n ", "");
        assertThat(calendar).contains(CALENDAR.get(then)).doesNotContain("??");
        assertThat(calendar)
                .doesNotContain(CALENDAR.values().stream()
                        .filter(words -> !CALENDAR.get(then).contains(words))
                        .toArray(String[]::new));
        JsonNode before = as("legal").get("/api/v1/objections/" + one);
        assertThat(before.get("settledBy").asText(null))
                .isEqualTo(List.of("RESOLVED", "EXEMPTED").contains(second) ? two : null);
        boolean settles = Stream.of("RESOLVED", "EXEMPTED").anyMatch(second::equals);
        String also = "replaces the outcome of your earlier objection to this change, " + one;
        String instead = "It takes the place of the exemption you agreed to in " + one + ".";
        List<String> said = settles
                ? List.of(
                        page,
                        letter,
                        letter(two, "makes you the offer below"),
                        letter(two, "asked for this code, to confirm the step"),
                        codePage)
                : List.of(page, letter);
        assertThat(said).allSatisfy(face -> {
            assertThat(face.contains(also))
                    .isEqualTo(settles && List.of("NOT_AGREED", "REFUSED").contains(first));
            assertThat(face.contains(instead)).isEqualTo(settles && first.equals("EXEMPTED"));
        });
    }

    private static final Map<String, String> PAGE = Map.of(
            "APPLIES", ">in effect, notice period running</span>",
            "STAYS", ">in effect, notice period running</span>",
            "STANDS", "Pairline may not be used for your data under this change.</span>",
            "EARLIER", "Pairline may not be used for your data under this change.</span>",
            "EXEMPTED", "You agreed on an open-ended exemption: Pairline is not used for your data.</span>",
            "EXEMPTED_BEFORE", "You agreed on an open-ended exemption: Pairline is not used for your data.</span>");

    private static final Map<String, String> LETTER = Map.of(
            "NOT_AGREED", "No agreement was reached on your objection",
            "REFUSED", "has refused it too",
            "RESOLVED", "The offer below was accepted",
            "EXEMPTED", "The offer below was accepted",
            "WITHDRAWN", "was withdrawn on your own page");

    private static final Map<String, String> WORDS = Map.of(
            "APPLIES", "it now applies to your data",
            "STAYS", "The change stays in effect for your data, as it was while this objection was open.",
            "STANDS", "The objection is closed, and Pairline may not be used for your data under this change.",
            "EARLIER",
                    "The outcome of your earlier objection stands: Pairline may not be used for your data under this"
                            + " change.",
            "EXEMPTED", "while your exemption runs, Pairline is not used for your data under this change.",
            "EXEMPTED_BEFORE",
                    "The exemption you agreed to before still holds: while it runs, Pairline is not used for your data"
                            + " under this change.");

    private static final String CLOSED =
            "Pairline may not be used for your data under this change. The end of your notice";
    private static final String EXEMPTED =
            "You agreed on an exemption. The end of your notice period changes nothing about that.";

    private static final Map<String, String> CALENDAR = Map.of(
            "APPLIES", "\\, and again since ",
            "STAYS", "\\, and again since ",
            "STANDS", CLOSED,
            "EARLIER", CLOSED,
            "EXEMPTED", EXEMPTED,
            "EXEMPTED_BEFORE", EXEMPTED);

    private String codePage;

    /** Files an objection of the customer and works it to that end. @return its number */
    private String ended(String id, String outcome) {
        String objection = recorded(id);
        if (outcome.equals("REFUSED")) {
            refuse("counsel", objection);
            contesting.contest(objection, by(REGISTER, email(id)), "It is", List.of());
            settle();
            refuse("gc", objection);
            settle();
            return objection;
        }
        complete("counsel", objection, Map.of("outcome", "admit"));
        switch (outcome) {
            case "NOT_AGREED" -> complete("counsel", objection, Map.of("outcome", "give-up", "comment", "We cannot"));
            case "WITHDRAWN" -> {
                asking.ask(objection, Act.DROP, contactId(REGISTER, email(id)), by(REGISTER, email(id)));
                settle();
                dropping.drop(objection, by(REGISTER, email(id)), code(objection));
            }
            default -> {
                String cure = outcome.equals("RESOLVED") ? "SAFEGUARD" : "EXEMPTION";
                complete("counsel", objection, Map.of("outcome", "offer", "cure", cure, "comment", "Take this"));
                codePage = visitor().page(own(id) + "/code?action=accept");
                asking.ask(objection, Act.ACCEPT, contactId(REGISTER, email(id)), by(REGISTER, email(id)));
                settle();
                answering.accept(objection, by(REGISTER, email(id)), code(objection), null);
            }
        }
        settle();
        return objection;
    }

    /** By email, from a sender that is nobody's contact. */
    private String recorded(String customer) {
        String reference = as("admin")
                .post(
                        "/api/v1/changes/" + change + "/objections",
                        Map.of(
                                "customer",
                                customer,
                                "channel",
                                "EMAIL",
                                "receivedAt",
                                settle().toString(),
                                "sender",
                                "A consultant",
                                "grounds",
                                "OBLIGATION",
                                "text",
                                "We object, on " + settle()))
                .get("reference")
                .asText();
        settle();
        return reference;
    }

    private void refuse(String staff, String objection) {
        complete(
                staff,
                objection,
                Map.of("outcome", "refuse", "reason", "GROUNDS", "comment", "The data stay where they are"));
    }

    private static String id(String first, String second) {
        return (first + "-" + second).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where the customer reads of the change, of which it was told before the first pair. */
    private String own(String id) {
        return "/n/" + link(change, "Customer " + id);
    }

    private static String email(String id) {
        return id + "@pairs.example.com";
    }
}
