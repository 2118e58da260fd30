package fairnotice.termination;

/** Prints statements. */
public interface StatementPrinter {

    /** @return a PDF that can be kept for ever and read aloud (PDF/A, PDF/UA) */
    byte[] print(RefundStatement statement, DataAfterEnd data);
}
