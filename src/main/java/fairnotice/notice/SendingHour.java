package fairnotice.notice;

import java.time.LocalTime;

/** When on its day something is sent that was planned for a day: in the morning, in the register's zone. */
public final class SendingHour {

    public static final LocalTime LOCAL = LocalTime.of(9, 0);

    private SendingHour() {}
}
