extension BuiltInStructures {
    /// The structures of k8s.io/api/authentication.
    static let authentication: [BuiltInTable] = [
        BuiltInTable(
            key: "authentication/v1", group: "authentication.k8s.io", version: "v1",
            text: """
                BoundObjectReference:
                *SelfSubjectReview: metadata=meta.ObjectMeta status=SelfSubjectReviewStatus
                SelfSubjectReviewStatus: userInfo=UserInfo
                *TokenRequest: metadata=meta.ObjectMeta spec=TokenRequestSpec status=TokenRequestStatus
                TokenRequestSpec: audiences=[ boundObjectRef=BoundObjectReference
                TokenRequestStatus:
                *TokenReview: metadata=meta.ObjectMeta spec=TokenReviewSpec status=TokenReviewStatus
                TokenReviewSpec: audiences=[
                TokenReviewStatus: user=UserInfo audiences=[
                UserInfo: groups=[ extra={
                """),
        BuiltInTable(
            key: "authentication/v1alpha1", group: "authentication.k8s.io", version: "v1alpha1",
            text: """
                *SelfSubjectReview: metadata=meta.ObjectMeta status=SelfSubjectReviewStatus
                SelfSubjectReviewStatus: userInfo=authentication/v1.UserInfo
                """),
        BuiltInTable(
            key: "authentication/v1beta1", group: "authentication.k8s.io", version: "v1beta1",
            text: """
                *SelfSubjectReview: metadata=meta.ObjectMeta status=SelfSubjectReviewStatus
                SelfSubjectReviewStatus: userInfo=authentication/v1.UserInfo
                *TokenReview: metadata=meta.ObjectMeta spec=TokenReviewSpec status=TokenReviewStatus
                TokenReviewSpec: audiences=[
                TokenReviewStatus: user=UserInfo audiences=[
                UserInfo: groups=[ extra={
                """),
    ]
}
