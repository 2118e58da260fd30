package fairnotice.web;

import fairnotice.access.SettingUp;
import fairnotice.access.SetupCode;
import fairnotice.publisher.PublicAddress;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the terminal, while nobody can sign in, where the first administrator is made and with which code. */
@Component
class SetupInvitation {

    private static final Logger LOG = LoggerFactory.getLogger(SetupInvitation.class);

    private final SettingUp setup;
    private final PublicAddress address;
    private final String chosen;

    SetupInvitation(SettingUp setup, PublicAddress address, @Value("${fairnotice.setup-code:}") String chosen) {
        this.setup = setup;
        this.address = address;
        this.chosen = chosen;
    }

    @EventListener
    void invite(AvailabilityChangeEvent<ReadinessState> change) {
        if (change.getState() != ReadinessState.ACCEPTING_TRAFFIC || !setup.isOpen()) {
            return;
        }
        Optional<SetupCode> set = SetupCode.chosen(chosen);
        if (set.isEmpty() && !chosen.isBlank()) {
            LOG.warn("FAIRNOTICE_SETUPCODE has fewer than {} letters and digits and is not used", SetupCode.SHORTEST);
        }
        SetupCode code = set.orElseGet(SetupCode::generated);
        setup.open(code);
        LOG.info("""

                Nobody can sign in yet. The first administrator is made at

                  {}/setup

                with the set-up code {}
                """, address.base(), set.isPresent() ? "in FAIRNOTICE_SETUPCODE" : code.text());
    }
}
