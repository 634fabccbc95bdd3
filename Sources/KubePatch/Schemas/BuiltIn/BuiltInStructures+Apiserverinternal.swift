extension BuiltInStructures {
    /// The structures of k8s.io/api/apiserverinternal.
    static let apiserverinternal: [BuiltInTable] = [
        BuiltInTable(
            key: "apiserverinternal/v1alpha1", group: "internal.apiserver.k8s.io", version: "v1alpha1",
            text: """
                ServerStorageVersion: decodableVersions=[ servedVersions=[
                *StorageVersion: metadata=meta.ObjectMeta spec=StorageVersionSpec status=StorageVersionStatus
                StorageVersionCondition:
                StorageVersionSpec:
                StorageVersionStatus: storageVersions=[ServerStorageVersion conditions=[StorageVersionCondition
                """)
    ]
}
