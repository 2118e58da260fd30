package fairnotice.access.jdbc;

import fairnotice.access.SealingLinkKeys;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Before anything is signed, and before anybody is answered. */
@Component
class LinkKeysAtStart implements SmartInitializingSingleton {

    private final SealingLinkKeys sealing;

    LinkKeysAtStart(SealingLinkKeys sealing) {
        this.sealing = sealing;
    }

    @Override
    public void afterSingletonsInstantiated() {
        sealing.seal();
    }
}
