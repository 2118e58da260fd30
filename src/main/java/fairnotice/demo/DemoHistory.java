package fairnotice.demo;

import static fairnotice.demo.StoryStep.on;

import java.util.List;
import org.springframework.stereotype.Component;

/** What happened before the visitor came: the history of a demonstration, told by the use cases that staff and customers use. */
@InDemo
@Component
class DemoHistory {

    private final DemoStaff staff;
    private final DemoAudience audience;
    private final DemoSubscribers subscribers;
    private final DemoChanges changes;

    DemoHistory(DemoStaff staff, DemoAudience audience, DemoSubscribers subscribers, DemoChanges changes) {
        this.staff = staff;
        this.audience = audience;
        this.subscribers = subscribers;
        this.changes = changes;
    }

    /** Those without whom nobody can sign in. */
    List<StoryStep> opening() {
        return List.of(on(0, 0, 0, "staff are hired", staff::hire));
    }

    /**
     * In the order of their days, counted from 75 days ago; the last lies on the day before the visitor's. Talvik Speech is announced eight
     * days ago, so that for another week a visitor finds notices to object to.
     */
    List<StoryStep> whole() {
        return List.of(
                on(0, 0, 0, "staff are hired", staff::hire),
                on(0, 1, 0, "customers are imported", audience::importCustomers),
                on(0, 2, 0, "subscribers ask for the notices", subscribers::ask),
                on(0, 5, 0, "subscribers confirm", subscribers::confirm),
                on(2, 1, 30, "Nordbrief is proposed", () -> changes.propose("nordbrief", "legal")),
                on(
                        3,
                        6,
                        10,
                        "Nordbrief is approved and announced",
                        () -> changes.approve("nordbrief", "gc", "Checked the agreement and the transfer.")),
                on(
                        50,
                        2,
                        0,
                        "a detail of Nordbrief is proposed",
                        () -> changes.propose("nordbrief-details", "counsel")),
                on(
                        50,
                        8,
                        20,
                        "a detail of Nordbrief is approved",
                        () -> changes.approve("nordbrief-details", "legal", null)),
                on(66, 1, 15, "Talvik Speech is proposed", () -> changes.propose("talvik", "admin")),
                on(
                        67,
                        2,
                        15,
                        "Talvik Speech is approved and announced",
                        () -> changes.approve("talvik", "gc", "Can be switched off for a customer; agreement signed.")),
                on(68, 0, 30, "one customer turns out to be unreachable", () -> changes.awaitUnreached("talvik")),
                on(69, 3, 0, "first customers acknowledge", () -> changes.acknowledge("talvik", 3)),
                on(72, 5, 40, "more customers acknowledge", () -> changes.acknowledge("talvik", 2)),
                on(74, 6, 0, "Halden Desk is proposed", () -> changes.propose("halden", "legal")));
    }
}
