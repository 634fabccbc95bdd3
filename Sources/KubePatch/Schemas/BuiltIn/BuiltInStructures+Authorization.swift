extension BuiltInStructures {
    /// The structures of k8s.io/api/authorization.
    static let authorization: [BuiltInTable] = [
        BuiltInTable(
            key: "authorization/v1", group: "authorization.k8s.io", version: "v1",
            text: """
                FieldSelectorAttributes: requirements=[meta.FieldSelectorRequirement
                LabelSelectorAttributes: requirements=[meta.LabelSelectorRequirement
                *LocalSubjectAccessReview: metadata=meta.ObjectMeta spec=SubjectAccessReviewSpec
                  status=SubjectAccessReviewStatus
                NonResourceAttributes:
                NonResourceRule: verbs=[ nonResourceURLs=[
                ResourceAttributes: fieldSelector=FieldSelectorAttributes labelSelector=LabelSelectorAttributes
                ResourceRule: verbs=[ apiGroups=[ resources=[ resourceNames=[
                *SelfSubjectAccessReview: metadata=meta.ObjectMeta spec=SelfSubjectAccessReviewSpec
                  status=SubjectAccessReviewStatus
                SelfSubjectAccessReviewSpec: resourceAttributes=ResourceAttributes
                  nonResourceAttributes=NonResourceAttributes
                *SelfSubjectRulesReview: metadata=meta.ObjectMeta spec=SelfSubjectRulesReviewSpec
                  status=SubjectRulesReviewStatus
                SelfSubjectRulesReviewSpec:
                *SubjectAccessReview: metadata=meta.ObjectMeta spec=SubjectAccessReviewSpec
                  status=SubjectAccessReviewStatus
                SubjectAccessReviewSpec: resourceAttributes=ResourceAttributes
                  nonResourceAttributes=NonResourceAttributes groups=[ extra={
                SubjectAccessReviewStatus:
                SubjectRulesReviewStatus: resourceRules=[ResourceRule nonResourceRules=[NonResourceRule
                """),
        BuiltInTable(
            key: "authorization/v1beta1", group: "authorization.k8s.io", version: "v1beta1",
            text: """
                *LocalSubjectAccessReview: metadata=meta.ObjectMeta spec=SubjectAccessReviewSpec
                  status=SubjectAccessReviewStatus
                NonResourceAttributes:
                NonResourceRule: verbs=[ nonResourceURLs=[
                ResourceAttributes: fieldSelector=authorization/v1.FieldSelectorAttributes
                  labelSelector=authorization/v1.LabelSelectorAttributes
                ResourceRule: verbs=[ apiGroups=[ resources=[ resourceNames=[
                *SelfSubjectAccessReview: metadata=meta.ObjectMeta spec=SelfSubjectAccessReviewSpec
                  status=SubjectAccessReviewStatus
                SelfSubjectAccessReviewSpec: resourceAttributes=ResourceAttributes
                  nonResourceAttributes=NonResourceAttributes
                *SelfSubjectRulesReview: metadata=meta.ObjectMeta spec=SelfSubjectRulesReviewSpec
                  status=SubjectRulesReviewStatus
                SelfSubjectRulesReviewSpec:
                *SubjectAccessReview: metadata=meta.ObjectMeta spec=SubjectAccessReviewSpec
                  status=SubjectAccessReviewStatus
                SubjectAccessReviewSpec: resourceAttributes=ResourceAttributes
                  nonResourceAttributes=NonResourceAttributes group=[ extra={
                SubjectAccessReviewStatus:
                SubjectRulesReviewStatus: resourceRules=[ResourceRule nonResourceRules=[NonResourceRule
                """),
    ]
}
