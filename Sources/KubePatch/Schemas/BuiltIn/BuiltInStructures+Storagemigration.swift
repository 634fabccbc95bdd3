extension BuiltInStructures {
    /// The structures of k8s.io/api/storagemigration.
    static let storagemigration: [BuiltInTable] = [
        BuiltInTable(
            key: "storagemigration/v1beta1", group: "storagemigration.k8s.io", version: "v1beta1",
            text: """
                *StorageVersionMigration: metadata=meta.ObjectMeta spec=StorageVersionMigrationSpec
                  status=StorageVersionMigrationStatus
                StorageVersionMigrationSpec: resource=meta.GroupResource
                StorageVersionMigrationStatus: conditions=[meta.Condition/merge/type
                """)
    ]
}
