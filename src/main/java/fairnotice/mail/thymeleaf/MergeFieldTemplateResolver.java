package fairnotice.mail.thymeleaf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

/** Reads mail templates from the class path, their fields hidden behind marks. */
final class MergeFieldTemplateResolver extends StringTemplateResolver {

    private final MergeFieldMarks marks;

    MergeFieldTemplateResolver(MergeFieldMarks marks, TemplateMode mode, String pattern) {
        this.marks = marks;
        setTemplateMode(mode);
        setResolvablePatterns(Set.of(pattern));
        setCacheable(true);
    }

    @Override
    protected ITemplateResource computeTemplateResource(
            IEngineConfiguration configuration,
            String ownerTemplate,
            String template,
            Map<String, Object> templateResolutionAttributes) {
        try {
            ClassPathResource file = new ClassPathResource("templates/" + template);
            return new StringTemplateResource(marks.hide(file.getContentAsString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("No mail template " + template, e);
        }
    }
}
