import KubeClient
import KubeModel
import Renderers

/// Who may do what, and who is who.
extension DescriptionSource {
    func roleDescriber(_ object: DescribedObject) async throws(ClientError) -> RoleDescriber {
        RoleDescriber(role: try await model(object))
    }

    func roleBindingDescriber(_ object: DescribedObject) async throws(ClientError) -> RoleBindingDescriber {
        RoleBindingDescriber(binding: try await model(object))
    }

    /// Throws a `CertificateRequestFault` where there is no request in the object.
    func certificateDescriber(_ object: DescribedObject) async throws -> CertificateSigningRequestDescriber {
        async let events = events(of: object, kind: "CertificateSigningRequest")
        let wish: CertificateSigningRequest = try await model(object)
        let request = try CertificateRequest(pem: wish.spec.request.bytes)
        return CertificateSigningRequestDescriber(
            object: wish, request: request, events: await events.about(wish.metadata))
    }
}
