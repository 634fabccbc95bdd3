extension TypedStructures {
    /// The structures of the package "meta".
    static let meta = """
        Condition: type!s status!s:ConditionStatus observedGeneration=l lastTransitionTime!t reason!s message!s
        LabelSelector: matchLabels={s matchExpressions=[LabelSelectorRequirement
        LabelSelectorRequirement: key!s operator!s:LabelSelectorOperator values=[s
        ManagedFieldsEntry: manager=s operation=s:ManagedFieldsOperationType apiVersion=s time?t fieldsType=s
          fieldsV1?x subresource=s
        ObjectMeta: name=s generateName=s namespace=s selfLink=s uid=s:types.UID resourceVersion=s generation=l
          creationTimestamp~t deletionTimestamp?t deletionGracePeriodSeconds?l labels={s annotations={s
          ownerReferences=[OwnerReference finalizers=[s managedFields=[ManagedFieldsEntry
        OwnerReference: apiVersion!s kind!s name!s uid!s:types.UID controller?b blockOwnerDeletion?b
        """
}
