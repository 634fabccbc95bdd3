extension BuiltInStructures {
    /// The structures of k8s.io/api/certificates.
    static let certificates: [BuiltInTable] = [
        BuiltInTable(
            key: "certificates/v1", group: "certificates.k8s.io", version: "v1",
            text: """
                *CertificateSigningRequest: metadata=meta.ObjectMeta spec=CertificateSigningRequestSpec
                  status=CertificateSigningRequestStatus
                CertificateSigningRequestCondition:
                CertificateSigningRequestSpec: usages=[ groups=[ extra={
                CertificateSigningRequestStatus: conditions=[CertificateSigningRequestCondition
                """),
        BuiltInTable(
            key: "certificates/v1alpha1", group: "certificates.k8s.io", version: "v1alpha1",
            text: """
                *ClusterTrustBundle: metadata=meta.ObjectMeta spec=ClusterTrustBundleSpec
                ClusterTrustBundleSpec:
                """),
        BuiltInTable(
            key: "certificates/v1beta1", group: "certificates.k8s.io", version: "v1beta1",
            text: """
                *CertificateSigningRequest: metadata=meta.ObjectMeta spec=CertificateSigningRequestSpec
                  status=CertificateSigningRequestStatus
                CertificateSigningRequestCondition:
                CertificateSigningRequestSpec: usages=[ groups=[ extra={
                CertificateSigningRequestStatus: conditions=[CertificateSigningRequestCondition
                *ClusterTrustBundle: metadata=meta.ObjectMeta spec=ClusterTrustBundleSpec
                ClusterTrustBundleSpec:
                *PodCertificateRequest: metadata=meta.ObjectMeta spec=PodCertificateRequestSpec
                  status=PodCertificateRequestStatus
                PodCertificateRequestSpec: unverifiedUserAnnotations={
                PodCertificateRequestStatus: conditions=[meta.Condition/merge/type
                """),
    ]
}
