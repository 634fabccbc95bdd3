extension BuiltInStructures {
    /// The structures of k8s.io/api/imagepolicy.
    static let imagepolicy: [BuiltInTable] = [
        BuiltInTable(
            key: "imagepolicy/v1alpha1", group: "imagepolicy.k8s.io", version: "v1alpha1",
            text: """
                *ImageReview: metadata=meta.ObjectMeta spec=ImageReviewSpec status=ImageReviewStatus
                ImageReviewContainerSpec:
                ImageReviewSpec: containers=[ImageReviewContainerSpec annotations={
                ImageReviewStatus: auditAnnotations={
                """)
    ]
}
