package fairnotice.process;

/** Ids of the diagrams, as the engine knows them. */
final class Ids {

    static final String VENDOR_CHANGE = "VendorChangeProcess";
    static final String CHANGE_TRACK = "ChangeTrack";

    static final String MAILING_SETTLED = "Message_MailingSettled";
    static final String CHANGE_WITHDRAWN = "Message_ChangeWithdrawn";
    static final String CHANGE_AMENDED = "Message_ChangeAmended";

    static final String OBJECTION = "ObjectionProcess";
    static final String OBJECTION_FILED = "Message_ObjectionFiled";

    static final String CHOSEN_DAY = "Timer_ChosenDay";
    static final String NOTICE_ENDS = "Timer_NoticeEnds";
    static final String NEXT_REMINDER = "Timer_NextReminder";
    static final String FIRST_REMINDER = "Timer_FirstReminder";
    static final String DECIDE_GO_LIVE = "Task_DecideGoLive";

    static final String NOT_YET = "NotYet";

    private Ids() {}
}
