package fairnotice.access.settings;

import fairnotice.access.SigningKeyRefused;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a failed start as two sentences instead of a stack trace. */
class SigningKeyRefusedAnalyzer extends AbstractFailureAnalyzer<SigningKeyRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, SigningKeyRefused cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
