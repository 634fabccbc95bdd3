extension BuiltInStructures {
    /// The structures of k8s.io/api/apps.
    static let apps: [BuiltInTable] = [
        BuiltInTable(
            key: "apps/v1", group: "apps", version: "v1",
            text: """
                *ControllerRevision: metadata=meta.ObjectMeta data=meta.RawExtension
                *DaemonSet: metadata=meta.ObjectMeta spec=DaemonSetSpec status=DaemonSetStatus
                DaemonSetCondition:
                DaemonSetSpec: selector=meta.LabelSelector template=core/v1.PodTemplateSpec
                  updateStrategy=DaemonSetUpdateStrategy
                DaemonSetStatus: conditions=[DaemonSetCondition/merge/type
                DaemonSetUpdateStrategy: rollingUpdate=RollingUpdateDaemonSet
                *Deployment: metadata=meta.ObjectMeta spec=DeploymentSpec status=DeploymentStatus
                DeploymentCondition:
                DeploymentSpec: selector=meta.LabelSelector template=core/v1.PodTemplateSpec
                  strategy=DeploymentStrategy/retainKeys
                DeploymentStatus: conditions=[DeploymentCondition/merge/type
                DeploymentStrategy: rollingUpdate=RollingUpdateDeployment
                *ReplicaSet: metadata=meta.ObjectMeta spec=ReplicaSetSpec status=ReplicaSetStatus
                ReplicaSetCondition:
                ReplicaSetSpec: selector=meta.LabelSelector template=core/v1.PodTemplateSpec
                ReplicaSetStatus: conditions=[ReplicaSetCondition/merge/type
                RollingUpdateDaemonSet:
                RollingUpdateDeployment:
                RollingUpdateStatefulSetStrategy:
                *StatefulSet: metadata=meta.ObjectMeta spec=StatefulSetSpec status=StatefulSetStatus
                StatefulSetCondition:
                StatefulSetOrdinals:
                StatefulSetPersistentVolumeClaimRetentionPolicy:
                StatefulSetSpec: selector=meta.LabelSelector template=core/v1.PodTemplateSpec
                  volumeClaimTemplates=[core/v1.PersistentVolumeClaim updateStrategy=StatefulSetUpdateStrategy
                  persistentVolumeClaimRetentionPolicy=StatefulSetPersistentVolumeClaimRetentionPolicy
                  ordinals=StatefulSetOrdinals
                StatefulSetStatus: conditions=[StatefulSetCondition/merge/type
                StatefulSetUpdateStrategy: rollingUpdate=RollingUpdateStatefulSetStrategy
                """),
        BuiltInTable(
            key: "apps/v1beta1", group: "apps", version: "v1beta1",
            text: """
                *ControllerRevision: metadata=meta.ObjectMeta data=meta.RawExtension
                *Deployment: metadata=meta.ObjectMeta spec=DeploymentSpec status=DeploymentStatus
                DeploymentCondition:
                DeploymentSpec: selector=meta.LabelSelector template=core/v1.PodTemplateSpec
                  strategy=DeploymentStrategy/retainKeys rollbackTo=RollbackConfig
                DeploymentStatus: conditions=[DeploymentCondition/merge/type
                DeploymentStrategy: rollingUpdate=RollingUpdateDeployment
                RollbackConfig:
                RollingUpdateDeployment:
                RollingUpdateStatefulSetStrategy:
                *Scale: metadata=meta.ObjectMeta spec=ScaleSpec status=ScaleStatus
                ScaleSpec:
                ScaleStatus: selector={
                *StatefulSet: metadata=meta.ObjectMeta spec=StatefulSetSpec status=StatefulSetStatus
                StatefulSetCondition:
                StatefulSetOrdinals:
                StatefulSetPersistentVolumeClaimRetentionPolicy:
                StatefulSetSpec: selector=meta.LabelSelector template=core/v1.PodTemplateSpec
                  volumeClaimTemplates=[core/v1.PersistentVolumeClaim updateStrategy=StatefulSetUpdateStrategy
                  persistentVolumeClaimRetentionPolicy=StatefulSetPersistentVolumeClaimRetentionPolicy
                  ordinals=StatefulSetOrdinals
                StatefulSetStatus: conditions=[StatefulSetCondition/merge/type
                StatefulSetUpdateStrategy: rollingUpdate=RollingUpdateStatefulSetStrategy
                """),
        BuiltInTable(
            key: "apps/v1beta2", group: "apps", version: "v1beta2",
            text: """
                *ControllerRevision: metadata=meta.ObjectMeta data=meta.RawExtension
                *DaemonSet: metadata=meta.ObjectMeta spec=DaemonSetSpec status=DaemonSetStatus
                DaemonSetCondition:
                DaemonSetSpec: selector=meta.LabelSelector template=core/v1.PodTemplateSpec
                  updateStrategy=DaemonSetUpdateStrategy
                DaemonSetStatus: conditions=[DaemonSetCondition/merge/type
                DaemonSetUpdateStrategy: rollingUpdate=RollingUpdateDaemonSet
                *Deployment: metadata=meta.ObjectMeta spec=DeploymentSpec status=DeploymentStatus
                DeploymentCondition:
                DeploymentSpec: selector=meta.LabelSelector template=core/v1.PodTemplateSpec
                  strategy=DeploymentStrategy/retainKeys
                DeploymentStatus: conditions=[DeploymentCondition/merge/type
                DeploymentStrategy: rollingUpdate=RollingUpdateDeployment
                *ReplicaSet: metadata=meta.ObjectMeta spec=ReplicaSetSpec status=ReplicaSetStatus
                ReplicaSetCondition:
                ReplicaSetSpec: selector=meta.LabelSelector template=core/v1.PodTemplateSpec
                ReplicaSetStatus: conditions=[ReplicaSetCondition/merge/type
                RollingUpdateDaemonSet:
                RollingUpdateDeployment:
                RollingUpdateStatefulSetStrategy:
                *Scale: metadata=meta.ObjectMeta spec=ScaleSpec status=ScaleStatus
                ScaleSpec:
                ScaleStatus: selector={
                *StatefulSet: metadata=meta.ObjectMeta spec=StatefulSetSpec status=StatefulSetStatus
                StatefulSetCondition:
                StatefulSetOrdinals:
                StatefulSetPersistentVolumeClaimRetentionPolicy:
                StatefulSetSpec: selector=meta.LabelSelector template=core/v1.PodTemplateSpec
                  volumeClaimTemplates=[core/v1.PersistentVolumeClaim updateStrategy=StatefulSetUpdateStrategy
                  persistentVolumeClaimRetentionPolicy=StatefulSetPersistentVolumeClaimRetentionPolicy
                  ordinals=StatefulSetOrdinals
                StatefulSetStatus: conditions=[StatefulSetCondition/merge/type
                StatefulSetUpdateStrategy: rollingUpdate=RollingUpdateStatefulSetStrategy
                """),
    ]
}
