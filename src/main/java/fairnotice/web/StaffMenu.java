package fairnotice.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The staff's navigation in the header; a bean of this type is optional. */
public interface StaffMenu {

    /**
     * One link of the menu.
     *
     * @param here whether the page shown belongs to it
     */
    record Item(String href, String label, boolean here) {}

    /** What whoever asks may open; empty for anyone who is not signed in as staff. */
    List<Item> items(HttpServletRequest request);
}
