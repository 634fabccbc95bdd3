extension BuiltInStructures {
    /// The structures of apimachinery's meta/v1.
    static let meta: [BuiltInTable] = [
        BuiltInTable(
            key: "meta", group: "", version: "",
            text: """
                Condition:
                DeleteOptions: preconditions=Preconditions dryRun=[
                FieldSelectorRequirement: values=[
                FieldsV1:
                GroupResource:
                LabelSelector: matchLabels={ matchExpressions=[LabelSelectorRequirement
                LabelSelectorRequirement: values=[
                ManagedFieldsEntry: fieldsV1=FieldsV1
                ObjectMeta: labels={ annotations={ ownerReferences=[OwnerReference/merge/uid finalizers=[/merge
                  managedFields=[ManagedFieldsEntry
                OwnerReference:
                Preconditions:
                RawExtension:
                """)
    ]
}
