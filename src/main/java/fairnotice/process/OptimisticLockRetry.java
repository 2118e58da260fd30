package fairnotice.process;

import fairnotice.refusal.Refused;
import java.util.concurrent.ThreadLocalRandom;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A use case that lost a race against the engine's own jobs is tried again, around its transaction and never inside. */
@Aspect
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class OptimisticLockRetry {

    private static final int TRIES = 5;
    private static final long FIRST_PAUSE_MILLIS = 10;

    @Around("@within(org.springframework.stereotype.Service) && execution(public * fairnotice..*(..))"
            + " && (within(fairnotice.change..*) || within(fairnotice.notice..*) || within(fairnotice.inbox..*)"
            + " || within(fairnotice.objection..*) || within(fairnotice.termination..*))")
    Object tryAgain(ProceedingJoinPoint useCase) throws Throwable {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return useCase.proceed();
        }
        for (int left = TRIES - 1; ; left--) {
            try {
                return useCase.proceed();
            } catch (OptimisticLockingException | ConcurrencyFailureException e) {
                if (left == 0) {
                    throw Refused.conflict("refused.step.race");
                }
                pause(TRIES - left);
            }
        }
    }

    /** Longer with every loss, and of no two the same, so that those who met do not meet again. */
    private static void pause(int losses) throws InterruptedException {
        long most = FIRST_PAUSE_MILLIS << losses;
        Thread.sleep(ThreadLocalRandom.current().nextLong(FIRST_PAUSE_MILLIS, most + 1));
    }
}
