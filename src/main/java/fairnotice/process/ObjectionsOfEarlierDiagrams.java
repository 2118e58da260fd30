package fairnotice.process;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Moves open cases that began under an earlier version of their diagram to the newest, before anything else starts: the steps call rules
 * that may take a way which only the newest has, as that a time is not over yet. What cannot be moved stays where it is, and is tried again
 * at the next start.
 */
@Component
class ObjectionsOfEarlierDiagrams implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ObjectionsOfEarlierDiagrams.class);

    private final RepositoryService repository;
    private final RuntimeService runtime;

    ObjectionsOfEarlierDiagrams(RepositoryService repository, RuntimeService runtime) {
        this.repository = repository;
        this.runtime = runtime;
    }

    @Override
    public void afterSingletonsInstantiated() {
        ProcessDefinition newest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(Ids.OBJECTION)
                .latestVersion()
                .singleResult();
        repository.createProcessDefinitionQuery().processDefinitionKey(Ids.OBJECTION).list().stream()
                .filter(definition -> definition.getVersion() < newest.getVersion())
                .forEach(earlier -> move(earlier, newest));
    }

    private void move(ProcessDefinition earlier, ProcessDefinition newest) {
        runtime.createProcessInstanceQuery()
                .processDefinitionId(earlier.getId())
                .list()
                .forEach(instance -> move(instance.getId(), instance.getBusinessKey(), earlier, newest));
    }

    private void move(String instance, String reference, ProcessDefinition earlier, ProcessDefinition newest) {
        try {
            MigrationPlan plan = runtime.createMigrationPlan(earlier.getId(), newest.getId())
                    .mapEqualActivities()
                    .build();
            runtime.newMigration(plan).processInstanceIds(instance).execute();
            LOG.info(
                    "Moved {} from version {} of its diagram to {}",
                    reference,
                    earlier.getVersion(),
                    newest.getVersion());
        } catch (ProcessEngineException e) {
            LOG.error("{} stays on version {} of its diagram: {}", reference, earlier.getVersion(), e.toString());
        }
    }
}
