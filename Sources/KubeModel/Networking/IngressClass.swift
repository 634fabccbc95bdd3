/// Who takes care of ingresses (networking.k8s.io/v1 `IngressClass`).
package struct IngressClass: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var spec: IngressClassSpec
}

/// The controller and its parameters (networking.k8s.io/v1 `IngressClassSpec`).
package struct IngressClassSpec: Codable, Sendable, Hashable {
    package var controller: String
    package var parameters: TypedObjectReference?
}
