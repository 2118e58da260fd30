package fairnotice.demo;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** With the demo switched off, a database that holds one is refused: its log-ins are public and its customers do not exist. */
@Configuration(proxyBeanMethods = false)
@Conditional(DemoLeftovers.DemoIsOff.class)
class DemoLeftovers {

    @Bean
    SmartInitializingSingleton noDemoLeft(DemoStory story) {
        return () -> {
            if (story.exists()) {
                throw new DemoRefused(
                        "This database holds a demonstration, with invented customers and log-ins that everybody knows.",
                        "Choose another data folder with FAIRNOTICE_DATA (or another database), or set FAIRNOTICE_DEMO=on.");
            }
        };
    }

    static class DemoIsOff extends DemoIsOn {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !super.matches(context, metadata);
        }
    }
}
