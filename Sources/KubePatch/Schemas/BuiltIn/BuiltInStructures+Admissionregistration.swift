extension BuiltInStructures {
    /// The structures of k8s.io/api/admissionregistration.
    static let admissionregistration: [BuiltInTable] = [
        BuiltInTable(
            key: "admissionregistration/v1", group: "admissionregistration.k8s.io", version: "v1",
            text: """
                ApplyConfiguration:
                AuditAnnotation:
                ExpressionWarning:
                JSONPatch:
                MatchCondition:
                MatchResources: namespaceSelector=meta.LabelSelector objectSelector=meta.LabelSelector
                  resourceRules=[NamedRuleWithOperations excludeResourceRules=[NamedRuleWithOperations
                *MutatingAdmissionPolicy: metadata=meta.ObjectMeta spec=MutatingAdmissionPolicySpec
                *MutatingAdmissionPolicyBinding: metadata=meta.ObjectMeta spec=MutatingAdmissionPolicyBindingSpec
                MutatingAdmissionPolicyBindingSpec: paramRef=ParamRef matchResources=MatchResources
                MutatingAdmissionPolicySpec: paramKind=ParamKind matchConstraints=MatchResources variables=[Variable
                  mutations=[Mutation matchConditions=[MatchCondition/merge/name
                MutatingWebhook: clientConfig=WebhookClientConfig rules=[RuleWithOperations
                  namespaceSelector=meta.LabelSelector objectSelector=meta.LabelSelector admissionReviewVersions=[
                  matchConditions=[MatchCondition/merge/name
                *MutatingWebhookConfiguration: metadata=meta.ObjectMeta webhooks=[MutatingWebhook/merge/name
                Mutation: applyConfiguration=ApplyConfiguration jsonPatch=JSONPatch
                NamedRuleWithOperations: resourceNames=[ operations=[ apiGroups=[ apiVersions=[ resources=[
                ParamKind:
                ParamRef: selector=meta.LabelSelector
                RuleWithOperations: operations=[ apiGroups=[ apiVersions=[ resources=[
                ServiceReference:
                TypeChecking: expressionWarnings=[ExpressionWarning
                *ValidatingAdmissionPolicy: metadata=meta.ObjectMeta spec=ValidatingAdmissionPolicySpec
                  status=ValidatingAdmissionPolicyStatus
                *ValidatingAdmissionPolicyBinding: metadata=meta.ObjectMeta
                  spec=ValidatingAdmissionPolicyBindingSpec
                ValidatingAdmissionPolicyBindingSpec: paramRef=ParamRef matchResources=MatchResources
                  validationActions=[
                ValidatingAdmissionPolicySpec: paramKind=ParamKind matchConstraints=MatchResources
                  validations=[Validation auditAnnotations=[AuditAnnotation
                  matchConditions=[MatchCondition/merge/name variables=[Variable/merge/name
                ValidatingAdmissionPolicyStatus: typeChecking=TypeChecking conditions=[meta.Condition
                ValidatingWebhook: clientConfig=WebhookClientConfig rules=[RuleWithOperations
                  namespaceSelector=meta.LabelSelector objectSelector=meta.LabelSelector admissionReviewVersions=[
                  matchConditions=[MatchCondition/merge/name
                *ValidatingWebhookConfiguration: metadata=meta.ObjectMeta webhooks=[ValidatingWebhook/merge/name
                Validation:
                Variable:
                WebhookClientConfig: service=ServiceReference
                """),
        BuiltInTable(
            key: "admissionregistration/v1alpha1", group: "admissionregistration.k8s.io", version: "v1alpha1",
            text: """
                ApplyConfiguration:
                AuditAnnotation:
                ExpressionWarning:
                JSONPatch:
                MatchResources: namespaceSelector=meta.LabelSelector objectSelector=meta.LabelSelector
                  resourceRules=[NamedRuleWithOperations excludeResourceRules=[NamedRuleWithOperations
                *MutatingAdmissionPolicy: metadata=meta.ObjectMeta spec=MutatingAdmissionPolicySpec
                *MutatingAdmissionPolicyBinding: metadata=meta.ObjectMeta spec=MutatingAdmissionPolicyBindingSpec
                MutatingAdmissionPolicyBindingSpec: paramRef=ParamRef matchResources=MatchResources
                MutatingAdmissionPolicySpec: paramKind=ParamKind matchConstraints=MatchResources variables=[Variable
                  mutations=[Mutation matchConditions=[admissionregistration/v1.MatchCondition/merge/name
                Mutation: applyConfiguration=ApplyConfiguration jsonPatch=JSONPatch
                NamedRuleWithOperations: resourceNames=[ operations=[ apiGroups=[ apiVersions=[ resources=[
                ParamKind:
                ParamRef: selector=meta.LabelSelector
                TypeChecking: expressionWarnings=[ExpressionWarning
                *ValidatingAdmissionPolicy: metadata=meta.ObjectMeta spec=ValidatingAdmissionPolicySpec
                  status=ValidatingAdmissionPolicyStatus
                *ValidatingAdmissionPolicyBinding: metadata=meta.ObjectMeta
                  spec=ValidatingAdmissionPolicyBindingSpec
                ValidatingAdmissionPolicyBindingSpec: paramRef=ParamRef matchResources=MatchResources
                  validationActions=[
                ValidatingAdmissionPolicySpec: paramKind=ParamKind matchConstraints=MatchResources
                  validations=[Validation auditAnnotations=[AuditAnnotation
                  matchConditions=[admissionregistration/v1.MatchCondition/merge/name variables=[Variable/merge/name
                ValidatingAdmissionPolicyStatus: typeChecking=TypeChecking conditions=[meta.Condition
                Validation:
                Variable:
                """),
        BuiltInTable(
            key: "admissionregistration/v1beta1", group: "admissionregistration.k8s.io", version: "v1beta1",
            text: """
                ApplyConfiguration:
                AuditAnnotation:
                ExpressionWarning:
                JSONPatch:
                MatchCondition:
                MatchResources: namespaceSelector=meta.LabelSelector objectSelector=meta.LabelSelector
                  resourceRules=[NamedRuleWithOperations excludeResourceRules=[NamedRuleWithOperations
                *MutatingAdmissionPolicy: metadata=meta.ObjectMeta spec=MutatingAdmissionPolicySpec
                *MutatingAdmissionPolicyBinding: metadata=meta.ObjectMeta spec=MutatingAdmissionPolicyBindingSpec
                MutatingAdmissionPolicyBindingSpec: paramRef=ParamRef matchResources=MatchResources
                MutatingAdmissionPolicySpec: paramKind=ParamKind matchConstraints=MatchResources variables=[Variable
                  mutations=[Mutation matchConditions=[MatchCondition/merge/name
                MutatingWebhook: clientConfig=WebhookClientConfig rules=[admissionregistration/v1.RuleWithOperations
                  namespaceSelector=meta.LabelSelector objectSelector=meta.LabelSelector admissionReviewVersions=[
                  matchConditions=[MatchCondition/merge/name
                *MutatingWebhookConfiguration: metadata=meta.ObjectMeta webhooks=[MutatingWebhook/merge/name
                Mutation: applyConfiguration=ApplyConfiguration jsonPatch=JSONPatch
                NamedRuleWithOperations: resourceNames=[ operations=[ apiGroups=[ apiVersions=[ resources=[
                ParamKind:
                ParamRef: selector=meta.LabelSelector
                ServiceReference:
                TypeChecking: expressionWarnings=[ExpressionWarning
                *ValidatingAdmissionPolicy: metadata=meta.ObjectMeta spec=ValidatingAdmissionPolicySpec
                  status=ValidatingAdmissionPolicyStatus
                *ValidatingAdmissionPolicyBinding: metadata=meta.ObjectMeta
                  spec=ValidatingAdmissionPolicyBindingSpec
                ValidatingAdmissionPolicyBindingSpec: paramRef=ParamRef matchResources=MatchResources
                  validationActions=[
                ValidatingAdmissionPolicySpec: paramKind=ParamKind matchConstraints=MatchResources
                  validations=[Validation auditAnnotations=[AuditAnnotation
                  matchConditions=[MatchCondition/merge/name variables=[Variable/merge/name
                ValidatingAdmissionPolicyStatus: typeChecking=TypeChecking conditions=[meta.Condition
                ValidatingWebhook: clientConfig=WebhookClientConfig
                  rules=[admissionregistration/v1.RuleWithOperations namespaceSelector=meta.LabelSelector
                  objectSelector=meta.LabelSelector admissionReviewVersions=[
                  matchConditions=[MatchCondition/merge/name
                *ValidatingWebhookConfiguration: metadata=meta.ObjectMeta webhooks=[ValidatingWebhook/merge/name
                Validation:
                Variable:
                WebhookClientConfig: service=ServiceReference
                """),
    ]
}
