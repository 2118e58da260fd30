package fairnotice;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a setting that there is not as two sentences instead of a stack trace. */
class KnownSettingsAnalyzer extends AbstractFailureAnalyzer<KnownSettings.Unknown> {

    @Override
    protected FailureAnalysis analyze(Throwable root, KnownSettings.Unknown cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Correct its name, or remove it. docs/operations.md lists the settings there are.",
                cause);
    }
}
