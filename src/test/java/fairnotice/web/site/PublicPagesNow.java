package fairnotice.web.site;

import org.springframework.beans.factory.BeanFactory;

/** Public pages follow soon after a change moved, which may be after a test asks for them. */
public final class PublicPagesNow {

    private PublicPagesNow() {}

    /** Has them show what is in the tables now. @param house where they are served */
    public static void follow(BeanFactory house) {
        house.getBean(AnnouncedChanges.class).refresh();
    }
}
