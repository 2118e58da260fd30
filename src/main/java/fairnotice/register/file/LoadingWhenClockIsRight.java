package fairnotice.register.file;

import fairnotice.register.Loaded;
import fairnotice.register.LoadingRegisters;
import fairnotice.timekeeping.NodeClock;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Loads the files at the start; on a node whose clock is wrong as soon as it is right, since a first list and a new policy are dated. */
final class LoadingWhenClockIsRight implements SmartInitializingSingleton, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(LoadingWhenClockIsRight.class);
    private static final long LOOK_MILLIS = 1_000;

    private final LoadingRegisters loading;
    private final NodeClock clock;
    private final Consumer<List<Loaded>> tell;
    private final Thread waiting = new Thread(this::await, "registers-wait-for-the-clock");

    LoadingWhenClockIsRight(LoadingRegisters loading, NodeClock clock, Consumer<List<Loaded>> tell) {
        this.loading = loading;
        this.clock = clock;
        this.tell = tell;
    }

    @Override
    public void afterSingletonsInstantiated() {
        clock.compare();
        if (clock.mayAct()) {
            tell.accept(loading.load());
        } else {
            LOG.warn("The register files are loaded when this node's clock is right.");
            waiting.setDaemon(true);
            waiting.start();
        }
    }

    private void await() {
        try {
            boolean loaded = false;
            while (!loaded) {
                Thread.sleep(LOOK_MILLIS);
                loaded = clock.mayAct() && isLoaded();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isLoaded() {
        try {
            tell.accept(loading.load());
            return true;
        } catch (RuntimeException e) {
            LOG.warn("The register files could not be loaded and will be tried again: {}", e.toString());
            return false;
        }
    }

    @Override
    public void destroy() {
        waiting.interrupt();
    }
}
