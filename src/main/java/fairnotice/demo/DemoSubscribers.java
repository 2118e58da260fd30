package fairnotice.demo;

import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.access.SignedLinks;
import fairnotice.limit.Client;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import fairnotice.subscription.ConfirmingSubscription;
import fairnotice.subscription.Subscribing;
import fairnotice.subscription.Subscription;
import fairnotice.subscription.Subscriptions;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** The subscribers of OpsTicket's list, who ask for it and confirm their addresses as anyone does. */
@InDemo
@Component
class DemoSubscribers {

    private static final String REGISTER = "opsticket";
    private static final int LETTERS = 3;

    private final List<String> addresses = DemoFiles.subscribers();
    private final Registers registers;
    private final Subscribing subscribing;
    private final ConfirmingSubscription confirming;
    private final Subscriptions subscriptions;
    private final SignedLinks links;
    private final Clock clock;

    DemoSubscribers(
            Registers registers,
            Subscribing subscribing,
            ConfirmingSubscription confirming,
            Subscriptions subscriptions,
            SignedLinks links,
            Clock clock) {
        this.registers = registers;
        this.subscribing = subscribing;
        this.confirming = confirming;
        this.subscriptions = subscriptions;
        this.links = links;
        this.clock = clock;
    }

    /** A few letters are enough to see; the others' stay unwritten, since sixty would be most of what the start takes. */
    void ask() {
        Register register = registers.getById(REGISTER);
        addresses.stream().limit(LETTERS).forEach(address -> subscribing.ask(register, address, new Client("demo")));
    }

    /** Each opens the link of its letter, here signed anew instead of read from the letter. */
    void confirm() {
        addresses.forEach(address -> {
            Subscription asked = subscriptions.lockOrAdd(REGISTER, address, clock.instant());
            confirming.confirm(
                    links.sign(new Link(LinkPurpose.CONFIRM_SUBSCRIPTION, asked.id(), asked.id(), asked.epoch())));
        });
    }
}
