package fairnotice.refusal;

import java.text.NumberFormat;

/** A number with its thousands set apart: "4,000". */
record WrittenNumber(int number) implements InWords {

    @Override
    public String inWords() {
        return NumberFormat.getIntegerInstance(Language.reader()).format(number);
    }
}
