package fairnotice.web;

import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/** A redirect goes where it says: braces in what somebody sent are no variables to be filled in. */
@Component
class PlainRedirects implements ViewResolver, Ordered {

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public View resolveViewName(String name, Locale locale) {
        if (!name.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX)) {
            return null;
        }
        String address = name.substring(UrlBasedViewResolver.REDIRECT_URL_PREFIX.length());
        RedirectView view = new RedirectView(address, true);
        view.setExpandUriTemplateVariables(false);
        return view;
    }
}
