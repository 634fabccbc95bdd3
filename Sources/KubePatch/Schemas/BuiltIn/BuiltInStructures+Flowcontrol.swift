extension BuiltInStructures {
    /// The structures of k8s.io/api/flowcontrol.
    static let flowcontrol: [BuiltInTable] = [
        BuiltInTable(
            key: "flowcontrol/v1", group: "flowcontrol.apiserver.k8s.io", version: "v1",
            text: """
                ExemptPriorityLevelConfiguration:
                FlowDistinguisherMethod:
                *FlowSchema: metadata=meta.ObjectMeta spec=FlowSchemaSpec status=FlowSchemaStatus
                FlowSchemaCondition:
                FlowSchemaSpec: priorityLevelConfiguration=PriorityLevelConfigurationReference
                  distinguisherMethod=FlowDistinguisherMethod rules=[PolicyRulesWithSubjects
                FlowSchemaStatus: conditions=[FlowSchemaCondition/merge/type
                GroupSubject:
                LimitResponse: queuing=QueuingConfiguration
                LimitedPriorityLevelConfiguration: limitResponse=LimitResponse
                NonResourcePolicyRule: verbs=[ nonResourceURLs=[
                PolicyRulesWithSubjects: subjects=[Subject resourceRules=[ResourcePolicyRule
                  nonResourceRules=[NonResourcePolicyRule
                *PriorityLevelConfiguration: metadata=meta.ObjectMeta spec=PriorityLevelConfigurationSpec
                  status=PriorityLevelConfigurationStatus
                PriorityLevelConfigurationCondition:
                PriorityLevelConfigurationReference:
                PriorityLevelConfigurationSpec: limited=LimitedPriorityLevelConfiguration
                  exempt=ExemptPriorityLevelConfiguration
                PriorityLevelConfigurationStatus: conditions=[PriorityLevelConfigurationCondition/merge/type
                QueuingConfiguration:
                ResourcePolicyRule: verbs=[ apiGroups=[ resources=[ namespaces=[
                ServiceAccountSubject:
                Subject: user=UserSubject group=GroupSubject serviceAccount=ServiceAccountSubject
                UserSubject:
                """),
        BuiltInTable(
            key: "flowcontrol/v1beta1", group: "flowcontrol.apiserver.k8s.io", version: "v1beta1",
            text: """
                ExemptPriorityLevelConfiguration:
                FlowDistinguisherMethod:
                *FlowSchema: metadata=meta.ObjectMeta spec=FlowSchemaSpec status=FlowSchemaStatus
                FlowSchemaCondition:
                FlowSchemaSpec: priorityLevelConfiguration=PriorityLevelConfigurationReference
                  distinguisherMethod=FlowDistinguisherMethod rules=[PolicyRulesWithSubjects
                FlowSchemaStatus: conditions=[FlowSchemaCondition
                GroupSubject:
                LimitResponse: queuing=QueuingConfiguration
                LimitedPriorityLevelConfiguration: limitResponse=LimitResponse
                NonResourcePolicyRule: verbs=[ nonResourceURLs=[
                PolicyRulesWithSubjects: subjects=[Subject resourceRules=[ResourcePolicyRule
                  nonResourceRules=[NonResourcePolicyRule
                *PriorityLevelConfiguration: metadata=meta.ObjectMeta spec=PriorityLevelConfigurationSpec
                  status=PriorityLevelConfigurationStatus
                PriorityLevelConfigurationCondition:
                PriorityLevelConfigurationReference:
                PriorityLevelConfigurationSpec: limited=LimitedPriorityLevelConfiguration
                  exempt=ExemptPriorityLevelConfiguration
                PriorityLevelConfigurationStatus: conditions=[PriorityLevelConfigurationCondition
                QueuingConfiguration:
                ResourcePolicyRule: verbs=[ apiGroups=[ resources=[ namespaces=[
                ServiceAccountSubject:
                Subject: user=UserSubject group=GroupSubject serviceAccount=ServiceAccountSubject
                UserSubject:
                """),
        BuiltInTable(
            key: "flowcontrol/v1beta2", group: "flowcontrol.apiserver.k8s.io", version: "v1beta2",
            text: """
                ExemptPriorityLevelConfiguration:
                FlowDistinguisherMethod:
                *FlowSchema: metadata=meta.ObjectMeta spec=FlowSchemaSpec status=FlowSchemaStatus
                FlowSchemaCondition:
                FlowSchemaSpec: priorityLevelConfiguration=PriorityLevelConfigurationReference
                  distinguisherMethod=FlowDistinguisherMethod rules=[PolicyRulesWithSubjects
                FlowSchemaStatus: conditions=[FlowSchemaCondition
                GroupSubject:
                LimitResponse: queuing=QueuingConfiguration
                LimitedPriorityLevelConfiguration: limitResponse=LimitResponse
                NonResourcePolicyRule: verbs=[ nonResourceURLs=[
                PolicyRulesWithSubjects: subjects=[Subject resourceRules=[ResourcePolicyRule
                  nonResourceRules=[NonResourcePolicyRule
                *PriorityLevelConfiguration: metadata=meta.ObjectMeta spec=PriorityLevelConfigurationSpec
                  status=PriorityLevelConfigurationStatus
                PriorityLevelConfigurationCondition:
                PriorityLevelConfigurationReference:
                PriorityLevelConfigurationSpec: limited=LimitedPriorityLevelConfiguration
                  exempt=ExemptPriorityLevelConfiguration
                PriorityLevelConfigurationStatus: conditions=[PriorityLevelConfigurationCondition
                QueuingConfiguration:
                ResourcePolicyRule: verbs=[ apiGroups=[ resources=[ namespaces=[
                ServiceAccountSubject:
                Subject: user=UserSubject group=GroupSubject serviceAccount=ServiceAccountSubject
                UserSubject:
                """),
        BuiltInTable(
            key: "flowcontrol/v1beta3", group: "flowcontrol.apiserver.k8s.io", version: "v1beta3",
            text: """
                ExemptPriorityLevelConfiguration:
                FlowDistinguisherMethod:
                *FlowSchema: metadata=meta.ObjectMeta spec=FlowSchemaSpec status=FlowSchemaStatus
                FlowSchemaCondition:
                FlowSchemaSpec: priorityLevelConfiguration=PriorityLevelConfigurationReference
                  distinguisherMethod=FlowDistinguisherMethod rules=[PolicyRulesWithSubjects
                FlowSchemaStatus: conditions=[FlowSchemaCondition/merge/type
                GroupSubject:
                LimitResponse: queuing=QueuingConfiguration
                LimitedPriorityLevelConfiguration: limitResponse=LimitResponse
                NonResourcePolicyRule: verbs=[ nonResourceURLs=[
                PolicyRulesWithSubjects: subjects=[Subject resourceRules=[ResourcePolicyRule
                  nonResourceRules=[NonResourcePolicyRule
                *PriorityLevelConfiguration: metadata=meta.ObjectMeta spec=PriorityLevelConfigurationSpec
                  status=PriorityLevelConfigurationStatus
                PriorityLevelConfigurationCondition:
                PriorityLevelConfigurationReference:
                PriorityLevelConfigurationSpec: limited=LimitedPriorityLevelConfiguration
                  exempt=ExemptPriorityLevelConfiguration
                PriorityLevelConfigurationStatus: conditions=[PriorityLevelConfigurationCondition/merge/type
                QueuingConfiguration:
                ResourcePolicyRule: verbs=[ apiGroups=[ resources=[ namespaces=[
                ServiceAccountSubject:
                Subject: user=UserSubject group=GroupSubject serviceAccount=ServiceAccountSubject
                UserSubject:
                """),
    ]
}
