extension TypedStructures {
    /// The structures of the package "apps".
    static let apps = """
        DaemonSet: kind=s apiVersion=s metadata!meta.ObjectMeta spec!DaemonSetSpec status!DaemonSetStatus
        DaemonSetCondition: type!s:DaemonSetConditionType status!s:core.ConditionStatus lastTransitionTime!t
          reason=s message=s
        DaemonSetSpec: selector*meta.LabelSelector template!core.PodTemplateSpec
          updateStrategy!DaemonSetUpdateStrategy minReadySeconds=i revisionHistoryLimit?i
        DaemonSetStatus: currentNumberScheduled!i numberMisscheduled!i desiredNumberScheduled!i numberReady!i
          observedGeneration=l updatedNumberScheduled=i numberAvailable=i numberUnavailable=i collisionCount?i
          conditions=[DaemonSetCondition
        DaemonSetUpdateStrategy: type=s:DaemonSetUpdateStrategyType rollingUpdate?RollingUpdateDaemonSet
        Deployment: kind=s apiVersion=s metadata!meta.ObjectMeta spec!DeploymentSpec status!DeploymentStatus
        DeploymentCondition: type!s:DeploymentConditionType status!s:core.ConditionStatus lastUpdateTime!t
          lastTransitionTime!t reason=s message=s
        DeploymentSpec: replicas?i selector*meta.LabelSelector template!core.PodTemplateSpec
          strategy!DeploymentStrategy minReadySeconds=i revisionHistoryLimit?i paused=b progressDeadlineSeconds?i
        DeploymentStatus: observedGeneration=l replicas=i updatedReplicas=i readyReplicas=i availableReplicas=i
          unavailableReplicas=i terminatingReplicas?i conditions=[DeploymentCondition collisionCount?i
        DeploymentStrategy: type=s:DeploymentStrategyType rollingUpdate?RollingUpdateDeployment
        ReplicaSet: kind=s apiVersion=s metadata!meta.ObjectMeta spec!ReplicaSetSpec status!ReplicaSetStatus
        ReplicaSetCondition: type!s:ReplicaSetConditionType status!s:core.ConditionStatus lastTransitionTime!t
          reason=s message=s
        ReplicaSetSpec: replicas?i minReadySeconds=i selector*meta.LabelSelector template!core.PodTemplateSpec
        ReplicaSetStatus: replicas!i fullyLabeledReplicas=i readyReplicas=i availableReplicas=i
          terminatingReplicas?i observedGeneration=l conditions=[ReplicaSetCondition
        RollingUpdateDaemonSet: maxUnavailable?x maxSurge?x
        RollingUpdateDeployment: maxUnavailable?x maxSurge?x
        RollingUpdateStatefulSetStrategy: partition?i maxUnavailable?x
        StatefulSet: kind=s apiVersion=s metadata!meta.ObjectMeta spec!StatefulSetSpec status!StatefulSetStatus
        StatefulSetCondition: type!s:StatefulSetConditionType status!s:core.ConditionStatus lastTransitionTime!t
          reason=s message=s
        StatefulSetOrdinals: start!i
        StatefulSetPersistentVolumeClaimRetentionPolicy: whenDeleted=s:PersistentVolumeClaimRetentionPolicyType
          whenScaled=s:PersistentVolumeClaimRetentionPolicyType
        StatefulSetSpec: replicas?i selector*meta.LabelSelector template!core.PodTemplateSpec
          volumeClaimTemplates=[core.PersistentVolumeClaim serviceName!s
          podManagementPolicy=s:PodManagementPolicyType updateStrategy!StatefulSetUpdateStrategy
          revisionHistoryLimit?i minReadySeconds=i
          persistentVolumeClaimRetentionPolicy?StatefulSetPersistentVolumeClaimRetentionPolicy
          ordinals?StatefulSetOrdinals
        StatefulSetStatus: observedGeneration=l replicas!i readyReplicas=i currentReplicas=i updatedReplicas=i
          currentRevision=s updateRevision=s collisionCount?i conditions=[StatefulSetCondition availableReplicas!i
        StatefulSetUpdateStrategy: type=s:StatefulSetUpdateStrategyType
          rollingUpdate?RollingUpdateStatefulSetStrategy
        """
}
