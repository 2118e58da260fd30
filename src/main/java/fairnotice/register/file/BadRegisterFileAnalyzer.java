package fairnotice.register.file;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets the terminal print the sentence instead of a stack trace. */
class BadRegisterFileAnalyzer extends AbstractFailureAnalyzer<BadRegisterFile> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BadRegisterFile cause) {
        return new FailureAnalysis(cause.getMessage(), "Correct that field and start again.", cause);
    }
}
