package fairnotice.register.file;

import fairnotice.calendar.HolidayCalendars;
import fairnotice.register.Loaded;
import fairnotice.register.LoadingRegisters;
import fairnotice.register.RegisterFiles;
import fairnotice.timekeeping.NodeClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the register files, and loads them before the first request is served. */
@Configuration
@EnableConfigurationProperties(RegisterFilesSettings.class)
class LoadingAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(LoadingAtStart.class);

    @Bean
    RegisterFiles registerFiles(RegisterFilesSettings settings, HolidayCalendars calendars) {
        return YamlRegisterFiles.read(settings, new RegisterFields(calendars));
    }

    @Bean
    LoadingWhenClockIsRight registersAreLoaded(LoadingRegisters loading, NodeClock clock) {
        return new LoadingWhenClockIsRight(loading, clock, loaded -> loaded.forEach(LoadingAtStart::tell));
    }

    private static void tell(Loaded loaded) {
        if (loaded.first()) {
            LOG.info("Register {} was loaded from its file; its version 1 is published.", loaded.register());
        } else if (loaded.policy() != null) {
            LOG.info(
                    "The file of register {} states a new policy, now version {}.", loaded.register(), loaded.policy());
        }
        if (loaded.settings()) {
            LOG.info("The page settings of register {} were updated from its file.", loaded.register());
        }
        if (loaded.passedOver()) {
            LOG.warn(
                    "The file of register {} is passed over: the register is kept in the browser, or another has its"
                            + " reference prefix.",
                    loaded.register());
        }
        if (loaded.listIgnored()) {
            LOG.warn(
                    "The entries or history in the file of register {} differ from the published list, which stays as"
                            + " it is: propose a change instead.",
                    loaded.register());
        }
    }
}
