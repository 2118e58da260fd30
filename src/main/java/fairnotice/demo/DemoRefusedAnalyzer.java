package fairnotice.demo;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a start that was refused as two sentences instead of a stack trace. */
class DemoRefusedAnalyzer extends AbstractFailureAnalyzer<DemoRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, DemoRefused cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
