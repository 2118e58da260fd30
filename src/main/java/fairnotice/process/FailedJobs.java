package fairnotice.process;

import fairnotice.inbox.Incident;
import fairnotice.inbox.IncidentKind;
import fairnotice.inbox.Incidents;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** Steps of processes that failed as often as the engine tries them. */
@Component
class FailedJobs implements Incidents {

    private static final int MOST = 200;

    private final ManagementService management;
    private final RuntimeService runtime;
    private final RepositoryService repository;

    FailedJobs(ManagementService management, RuntimeService runtime, RepositoryService repository) {
        this.management = management;
        this.runtime = runtime;
        this.repository = repository;
    }

    @Override
    public List<Incident> open() {
        List<Job> jobs =
                management.createJobQuery().noRetriesLeft().orderByJobId().asc().listPage(0, MOST);
        return incidents(jobs);
    }

    @Override
    public Optional<Incident> find(String id) {
        return incidents(management.createJobQuery().jobId(id).noRetriesLeft().list()).stream()
                .findFirst();
    }

    private List<Incident> incidents(List<Job> jobs) {
        Map<String, String> references = references(jobs);
        Map<String, String> steps = new HashMap<>();
        return jobs.stream()
                .map(job -> new Incident(
                        IncidentKind.STEP,
                        steps.computeIfAbsent(job.getJobDefinitionId(), this::step),
                        references.get(job.getProcessInstanceId()),
                        null,
                        null,
                        cause(job),
                        job.getId(),
                        null))
                .toList();
    }

    private Map<String, String> references(List<Job> jobs) {
        Set<String> instances = jobs.stream()
                .map(Job::getProcessInstanceId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return instances.isEmpty()
                ? Map.of()
                : runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                        .filter(instance -> instance.getBusinessKey() != null)
                        .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }

    /** As the diagram labels it. */
    private String step(String jobDefinition) {
        JobDefinition definition = management
                .createJobDefinitionQuery()
                .jobDefinitionId(jobDefinition)
                .singleResult();
        ModelElementInstance element = repository
                .getBpmnModelInstance(definition.getProcessDefinitionId())
                .getModelElementById(definition.getActivityId());
        return Optional.ofNullable(element)
                .map(labelled -> labelled.getAttributeValue("name"))
                .orElse(definition.getActivityId());
    }

    private static String cause(Job job) {
        return job.getExceptionMessage() == null ? "" : job.getExceptionMessage();
    }

    @Override
    public boolean retry(String id) {
        boolean waits = management.createJobQuery().jobId(id).noRetriesLeft().count() == 1;
        if (waits) {
            management.setJobRetries(id, 1);
        }
        return waits;
    }
}
